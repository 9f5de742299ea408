package dev.cairn.schema.model;

/**
 * How many rows of a table there are, per project and kind.
 *
 * @param kind a column, or a text in quotes
 * @param when the rows that count, over their columns
 * @param through the foreign key to the table that knows the project, or an empty text
 */
public record KeptCount(String kind, String when, String project, String through) {}
