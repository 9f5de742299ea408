/** Use cases of tickets, tasks, comments and links. */
@NullMarked
package dev.cairn.application.ticket;

import org.jspecify.annotations.NullMarked;
