package dev.cairn.domain.ticket;

import org.jspecify.annotations.Nullable;

/** A ticket with its holder (Q24), which is null when nobody holds it. */
public record ShownTicket(TicketWithTasks ticket, @Nullable ClaimedBy claimedBy) {}
