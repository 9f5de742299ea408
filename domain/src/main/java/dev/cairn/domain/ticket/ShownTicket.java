package dev.cairn.domain.ticket;

import org.jspecify.annotations.Nullable;

/** A ticket on its own, and who holds it (Q24); null when nobody does. */
public record ShownTicket(TicketWithTasks ticket, @Nullable ClaimedBy claimedBy) {}
