package dev.cairn.application.model;

/**
 * A model's call of a tool.
 *
 * @param id by which the result says what it answers; the adapter makes one where the provider gives none
 * @param arguments a JSON object, as the model wrote it: it may be wrong in any way
 */
public record ToolCall(String id, String name, String arguments) {}
