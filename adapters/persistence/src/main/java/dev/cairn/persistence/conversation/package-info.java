/** The stores of conversations and their messages. */
@NullMarked
package dev.cairn.persistence.conversation;

import org.jspecify.annotations.NullMarked;
