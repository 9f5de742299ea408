/** Talk: channels and chats of projects, chats of one's own, direct conversations, and what is said in them. */
@NullMarked
package dev.cairn.domain.conversation;

import org.jspecify.annotations.NullMarked;
