package dev.cairn.domain.job;

/** The kind of work of a job; each kind has one handler. */
public enum JobKind {
    /** Indexes a project's folder; the subject is the project. */
    INDEX,
    /** Produces an agent's answer; the subject is its run. */
    REPLY,
    /** Deletes data whose retention period is over; the subject is the whole system. */
    RETENTION,
    /** Has a model write summaries of files; the subject is their project. */
    SUMMARY
}
