package dev.cairn.domain.search;

/** The kind of a thing that full-text search finds. */
public enum SearchKind {
    TICKET,
    TASK,
    COMMENT,
    MESSAGE,
    PROMPT,
    /** A file of a project's folder. */
    FILE
}
