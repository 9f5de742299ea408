package dev.cairn.domain.queue;

/** What an item looks like now: its stored status, refined by data and clock when it is read, never stored. */
public enum ItemState {
    READY,
    /** Ready, but not before its {@code runAt}. */
    SCHEDULED,
    /** Ready, but its subject waits for something unfinished. */
    BLOCKED,
    CLAIMED,
    /** Claimed, but the lease is over. */
    STALLED,
    COMPLETED,
    FAILED,
    CANCELLED
}
