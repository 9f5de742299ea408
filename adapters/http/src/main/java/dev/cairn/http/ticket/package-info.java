/** Routes of tickets, tasks, comments and links. */
@NullMarked
package dev.cairn.http.ticket;

import org.jspecify.annotations.NullMarked;
