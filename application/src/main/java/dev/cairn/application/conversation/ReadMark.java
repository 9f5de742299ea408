package dev.cairn.application.conversation;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;

/** Up to where somebody has read a conversation, and how much of it they have not. */
public record ReadMark(Id<Conversation> conversationId, int lastReadSeq, int unread) {}
