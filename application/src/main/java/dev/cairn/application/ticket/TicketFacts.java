package dev.cairn.application.ticket;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;

/** The fields of tickets and tasks that the log shows; a new field of a content is one of them. */
final class TicketFacts {
    private TicketFacts() {}

    static Difference between(Ticket before, Ticket after) {
        return Difference.between(of(before), of(after));
    }

    /** As {@link #between}, after a move, which leaves the content as it was. */
    static Difference moved(Ticket before, Ticket after) {
        return Difference.between(moves(new Facts(), before), moves(new Facts(), after));
    }

    static Difference between(Task before, Task after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(Ticket ticket) {
        return moves(Facts.of(ticket.content()), ticket)
                .with("archivedAt", ticket.lifecycle().archivedAt());
    }

    private static Facts moves(Facts facts, Ticket ticket) {
        return facts.with("status", ticket.status())
                .with("startedAt", ticket.startedAt())
                .with("completedAt", ticket.completedAt());
    }

    private static Facts of(Task task) {
        return Facts.of(task.content()).with("status", task.status()).with("orderIndex", task.orderIndex());
    }
}
