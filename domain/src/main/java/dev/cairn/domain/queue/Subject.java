package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;

/** What a queue item hands out: a ticket or a task. */
public sealed interface Subject {

    /** A whole ticket. */
    record OfTicket(Id<Ticket> id) implements Subject {}

    /** One task of a ticket. */
    record OfTask(Id<Task> id) implements Subject {}
}
