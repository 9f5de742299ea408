/** Use cases of people: accounts, sessions, tokens, preferences; and the callers of all use cases. */
@NullMarked
package dev.cairn.application.user;

import org.jspecify.annotations.NullMarked;
