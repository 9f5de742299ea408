package dev.cairn.domain.agent;

/** Where a run is; the last three are its ends. */
public enum RunStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean live() {
        return this == QUEUED || this == RUNNING;
    }
}
