package dev.cairn.domain.conversation;

/** The way in which a model's message ended. */
public enum FinishReason {
    STOP,
    /** The model reached its length limit. */
    LENGTH,
    /** The model called a tool. */
    TOOL,
    /** A user cancelled the answer. */
    CANCELLED,
    /** The connection ended before the answer did. */
    CUT,
    FAILED
}
