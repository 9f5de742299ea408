package dev.cairn.application.bad;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.user.Caller;

/** Bad: finds a ticket without asking whether the caller may. */
public final class UnguardedService {
    private final TicketRepository tickets;

    public UnguardedService(TicketRepository tickets) {
        this.tickets = tickets;
    }

    public Ticket get(Caller caller, Id<Ticket> id) {
        return tickets.require(id);
    }
}
