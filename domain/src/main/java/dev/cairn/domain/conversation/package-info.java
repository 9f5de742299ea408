/** Talk in a project: channels, chats and their messages. */
@NullMarked
package dev.cairn.domain.conversation;

import org.jspecify.annotations.NullMarked;
