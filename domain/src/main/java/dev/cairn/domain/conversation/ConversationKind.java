package dev.cairn.domain.conversation;

/** Who reads a conversation (R38). */
public enum ConversationKind {
    /** All members of its project. */
    CHANNEL,
    /** Its owner, and the editors of its project when it is in one. */
    CHAT,
    /** Those who take part in it, and nobody else. It is in no project. */
    DIRECT
}
