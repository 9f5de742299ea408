package dev.cairn.domain.queue;

/** How a claim ended. */
public enum ClaimOutcome {
    COMPLETED,
    FAILED,
    RELEASED,
    /** The lease ran out and the item went back or to somebody else. */
    LOST,
    /** The item was cancelled under the holder. */
    CANCELLED,
    /** A person finished the subject. */
    FINISHED
}
