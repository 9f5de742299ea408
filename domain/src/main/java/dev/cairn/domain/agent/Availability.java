package dev.cairn.domain.agent;

/** The readiness of an agent to answer. */
public enum Availability {
    /** The agent's user is deactivated. */
    INACTIVE,
    ACTIVE,
    /** The agent is running an answer; whether other answers wait depends on its provider. */
    BUSY
}
