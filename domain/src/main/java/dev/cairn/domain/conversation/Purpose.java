package dev.cairn.domain.conversation;

/** The purpose of a conversation. */
public enum Purpose {
    GENERAL,
    /** To collect a project's requirements before work begins (R24). */
    INTAKE
}
