/** Conversations: channels and chats of projects, personal chats and direct conversations, with their messages. */
@NullMarked
package dev.cairn.domain.conversation;

import org.jspecify.annotations.NullMarked;
