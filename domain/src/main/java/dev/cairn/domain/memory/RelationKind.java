package dev.cairn.domain.memory;

/** The relation of one memory to another. */
public enum RelationKind {
    SUPPORTS,
    CONTRADICTS,
    REFINES
}
