package dev.cairn.domain.conversation;

import dev.cairn.domain.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as a list shows it to somebody (R41).
 *
 * @param lastMessage null where nothing was said, or all of it is deleted
 * @param lastReadSeq up to where they have read
 * @param unread how many messages of others they have not read; deleted ones do not count
 * @param role what they may do in it
 */
public record ConversationView(
        Conversation conversation, @Nullable LastMessage lastMessage, int lastReadSeq, int unread, Role role) {}
