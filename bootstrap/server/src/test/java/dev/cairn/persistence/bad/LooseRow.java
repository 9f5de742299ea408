package dev.cairn.persistence.bad;

/** Public, so that a bad class can hold it. */
public record LooseRow(long id) {}
