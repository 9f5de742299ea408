package dev.cairn.domain.ticket;

/** The relation between two tickets; {@code from blocks to} means that <em>to</em> waits for <em>from</em>. */
public enum LinkKind {
    BLOCKS,
    RELATES_TO,
    DUPLICATES,
    SUPERSEDES,
    DISCOVERED_FROM;

    /** Whether both directions mean the same; such a link is stored once. */
    public boolean symmetric() {
        return this == RELATES_TO || this == DUPLICATES;
    }
}
