package dev.cairn.domain.conversation;

/** Who speaks, as language models know it. */
public enum MessageRole {
    USER,
    ASSISTANT,
    SYSTEM,
    TOOL
}
