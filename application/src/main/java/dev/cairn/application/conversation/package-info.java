/** Use cases of conversations. */
@NullMarked
package dev.cairn.application.conversation;

import org.jspecify.annotations.NullMarked;
