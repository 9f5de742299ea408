package dev.cairn.domain.conversation;

import dev.cairn.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a list shows it to somebody (R41).
 *
 * @param lastMessage null where nothing was said, or all of it is deleted
 * @param lastReadSeq the caller's read position
 * @param unread the number of messages of others behind the read position, without deleted ones
 * @param role the caller's role in the conversation
 */
public record ConversationView(
        Conversation conversation, @Nullable LastMessage lastMessage, int lastReadSeq, int unread, Role role) {}
