package dev.cairn.domain.queue;

/** The outcome of a claim. */
public enum ClaimOutcome {
    COMPLETED,
    FAILED,
    RELEASED,
    /** The lease expired, and the item was put back or claimed by another holder. */
    LOST,
    /** The item was cancelled while it was held. */
    CANCELLED,
    /** A person finished the subject while it was held. */
    FINISHED
}
