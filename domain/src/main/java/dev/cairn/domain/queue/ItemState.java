package dev.cairn.domain.queue;

/** The state of an item at this moment, derived from its stored status, its data and the clock; never stored. */
public enum ItemState {
    READY,
    /** Ready, but its {@code runAt} is still to come. */
    SCHEDULED,
    /** Ready, but its subject waits for unfinished work. */
    BLOCKED,
    CLAIMED,
    /** Claimed, but the lease has expired. */
    STALLED,
    COMPLETED,
    FAILED,
    CANCELLED
}
