package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;

/** The subject of a queue item: a ticket or a task. */
public sealed interface Subject {

    /** A whole ticket. */
    record OfTicket(Id<Ticket> id) implements Subject {}

    /** One task of a ticket. */
    record OfTask(Id<Task> id) implements Subject {}
}
