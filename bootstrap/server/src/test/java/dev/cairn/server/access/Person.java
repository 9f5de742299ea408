package dev.cairn.server.access;

/** The callers of the routes of people; each is told what to do by {@link People}. */
enum Person {
    /** An admin who logged in. */
    ADMIN,
    /** A human who logged in, and answers for an agent. */
    MEMBER,
    /** Another human, who answers for nobody. */
    OTHER,
    /** The agent, with a token for all that it may do. */
    AGENT,
    /** A program of the admin's that may only read. */
    READER,
    /** A program of the admin's with all scopes, for one project. */
    LIMITED,
    /** Somebody who does not say who they are. */
    ANONYMOUS
}
