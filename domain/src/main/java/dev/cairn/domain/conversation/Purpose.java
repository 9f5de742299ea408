package dev.cairn.domain.conversation;

/** What a conversation is for. */
public enum Purpose {
    GENERAL,
    /** To collect what a project needs before work begins (R24). */
    INTAKE
}
