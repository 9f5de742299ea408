/** Use cases of conversations: who is in them, and what is said. */
@NullMarked
package dev.cairn.application.conversation;

import org.jspecify.annotations.NullMarked;
