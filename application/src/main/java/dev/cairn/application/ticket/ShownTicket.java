package dev.cairn.application.ticket;

import dev.cairn.domain.ticket.ClaimedBy;
import dev.cairn.domain.ticket.TicketWithTasks;
import org.jspecify.annotations.Nullable;

/** A ticket on its own, and who holds it (Q24); null when nobody does. */
public record ShownTicket(TicketWithTasks ticket, @Nullable ClaimedBy claimedBy) {}
