package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;

/** A user's read position in a conversation, with the number of unread messages. */
public record ReadMark(Id<Conversation> conversationId, int lastReadSeq, int unread) {}
