package dev.cairn.domain.job;

/** The state of a job; the last three are final. */
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
