package dev.cairn.application.model;

/**
 * A model's call of a tool.
 *
 * @param id the id that the result refers to; the adapter makes one if the provider gives none
 * @param arguments a JSON object, as the model wrote it: it may be wrong in any way
 */
public record ToolCall(String id, String name, String arguments) {}
