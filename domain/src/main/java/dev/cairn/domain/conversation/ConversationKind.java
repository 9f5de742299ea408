package dev.cairn.domain.conversation;

/** Who reads a conversation (R38). */
public enum ConversationKind {
    /** All members of its project. */
    CHANNEL,
    /** Its owner, and the editors of its project. */
    CHAT
}
