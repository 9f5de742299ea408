package dev.cairn.domain.search;

/** What can be found by its words. */
public enum SearchKind {
    TICKET,
    TASK,
    COMMENT,
    MESSAGE,
    PROMPT,
    /** A file of a project's folder. */
    FILE
}
