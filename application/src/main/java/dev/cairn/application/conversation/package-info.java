/** Use cases of conversations, their participants and messages. */
@NullMarked
package dev.cairn.application.conversation;

import org.jspecify.annotations.NullMarked;
