package dev.cairn.domain.interchange;

/** What a foreign id names here. */
public enum AliasKind {
    TICKET,
    TASK,
    COMMENT
}
