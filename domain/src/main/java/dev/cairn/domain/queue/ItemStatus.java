package dev.cairn.domain.queue;

/** The stored state of a queue item; {@code FAILED} is the dead letter. */
public enum ItemStatus {
    READY,
    CLAIMED,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** Whether the item is live; a subject has at most one live item (Q1). */
    public boolean live() {
        return this == READY || this == CLAIMED;
    }
}
