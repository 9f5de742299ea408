package dev.cairn.domain.job;

/** What a job does; each kind has one handler. */
public enum JobKind {
    /** An agent answers; the subject is its run. */
    REPLY,
    /** Memories that nobody uses are archived; the subject is the agent or the project that they are of. */
    PRUNING
}
