package dev.cairn.domain.conversation;

/** The role of a message's author, in the terms of language models. */
public enum MessageRole {
    USER,
    ASSISTANT,
    SYSTEM,
    TOOL
}
