package dev.cairn.domain.ticket;

/** The state of a task; {@code done} in any interface means completed (R31). */
public enum TaskStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** Whether the task is finished, so that it blocks nothing. */
    public boolean finished() {
        return this == COMPLETED || this == CANCELLED;
    }
}
