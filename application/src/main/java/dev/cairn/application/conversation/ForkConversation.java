package dev.cairn.application.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The command to fork a conversation into a new chat (R42).
 *
 * @param untilSeq the number of the last message to copy; null for all
 * @param title null for that of the conversation, marked as a fork
 */
public record ForkConversation(
        @Nullable Integer untilSeq, @Nullable String title) {}
