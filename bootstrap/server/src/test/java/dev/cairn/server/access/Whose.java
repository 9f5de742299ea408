package dev.cairn.server.access;

/** Whose user, token or setting a route of people is about. */
enum Whose {
    /** The caller's. */
    OWN,
    /** The agent's, for whom {@link Person#MEMBER} answers. */
    AGENT,
    /** A human's who is none of the callers. */
    ANOTHER,
    /** A human's who was deactivated. */
    GONE,
    /** A deactivated agent's, for whom {@link Person#MEMBER} answers. */
    RETIRED,
    /** Nobody's. */
    GUESSED
}
