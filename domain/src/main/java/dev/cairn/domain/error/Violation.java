package dev.cairn.domain.error;

/**
 * One thing wrong with the input.
 *
 * @param field the field's name, or a path of names and indexes separated by {@code /}
 */
public record Violation(String field, WireCode code, String message) {}
