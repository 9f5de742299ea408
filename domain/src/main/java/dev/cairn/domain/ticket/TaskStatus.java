package dev.cairn.domain.ticket;

/** Where a task stands; {@code done} in any interface means completed (R31). */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** A finished task holds nothing up. */
    public boolean finished() {
        return this == COMPLETED || this == CANCELLED;
    }
}
