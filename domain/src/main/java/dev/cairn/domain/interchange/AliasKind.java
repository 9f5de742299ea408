package dev.cairn.domain.interchange;

/** The kind of a thing that has a foreign id. */
public enum AliasKind {
    TICKET,
    TASK,
    COMMENT
}
