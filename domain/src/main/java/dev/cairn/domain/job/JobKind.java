package dev.cairn.domain.job;

/** What a job does; each kind has one handler. */
public enum JobKind {
    /** A project's folder is indexed; the subject is the project. */
    INDEX,
    /** An agent answers; the subject is its run. */
    REPLY,
    /** What is old enough is forgotten; the subject is the whole system. */
    RETENTION,
    /** A model says what files are; the subject is their project. */
    SUMMARY
}
