package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Id;

/** A link as seen from one of its tickets: the link and the two keys, so that people can read it. */
public record LinkedTicket(
        LinkKind kind,
        Id<Ticket> fromId,
        TicketKey fromKey,
        TicketStatus fromStatus,
        Id<Ticket> toId,
        TicketKey toKey,
        TicketStatus toStatus) {}
