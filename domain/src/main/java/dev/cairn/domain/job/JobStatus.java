package dev.cairn.domain.job;

/** Where a job is; the last three are its ends. */
public enum JobStatus {
    READY,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean live() {
        return this == READY || this == RUNNING;
    }
}
