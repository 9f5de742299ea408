/** Tickets with their tasks, comments and links, and the rules between them. */
@NullMarked
package dev.cairn.domain.ticket;

import org.jspecify.annotations.NullMarked;
