/** The stores of tickets, tasks, comments and links. */
@NullMarked
package dev.cairn.persistence.ticket;

import org.jspecify.annotations.NullMarked;
