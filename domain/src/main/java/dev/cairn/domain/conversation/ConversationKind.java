package dev.cairn.domain.conversation;

/** The kind of a conversation, which decides who may read it (R38). */
public enum ConversationKind {
    /** Read by all members of its project. */
    CHANNEL,
    /** Read by its owner, and by the editors of its project if it has one. */
    CHAT,
    /** Read by its participants only, and outside of projects. */
    DIRECT
}
