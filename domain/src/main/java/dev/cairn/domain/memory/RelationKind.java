package dev.cairn.domain.memory;

/** What one memory is to another. */
public enum RelationKind {
    SUPPORTS,
    CONTRADICTS,
    REFINES
}
