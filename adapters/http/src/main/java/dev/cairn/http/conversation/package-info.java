/** Routes of conversations. */
@NullMarked
package dev.cairn.http.conversation;

import org.jspecify.annotations.NullMarked;
