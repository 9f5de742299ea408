package dev.cairn.application.model;

/**
 * A tool that a model may call.
 *
 * @param schema the JSON Schema of its arguments, an object
 */
public record ToolOffer(String name, String description, String schema) {}
