package dev.cairn.domain.agent;

/** The state of a run; the last three are final. */
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
