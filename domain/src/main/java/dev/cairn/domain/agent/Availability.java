package dev.cairn.domain.agent;

/** The readiness of an agent to answer. */
public enum Availability {
    /** The agent's user is deactivated. */
    INACTIVE,
    ACTIVE,
    /** The agent has a run that has not ended; whether others wait depends on its provider. */
    BUSY
}
