package dev.cairn.domain.ticket;

/** Where a task stands; {@code done} in any interface means completed (R31). */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** Whether the task is finished, so that it holds nothing up. */
    public boolean finished() {
        return this == COMPLETED || this == CANCELLED;
    }
}
