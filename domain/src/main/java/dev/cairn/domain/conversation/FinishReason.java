package dev.cairn.domain.conversation;

/** How what a model said ended. */
public enum FinishReason {
    STOP,
    /** At its limit. */
    LENGTH,
    /** To have a tool called. */
    TOOL,
    /** By whoever asked. */
    CANCELLED,
    /** The connection ended before it did. */
    CUT,
    FAILED
}
