package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;

/**
 * The ready ticket that would be handed out next, although it is on no queue (Q22).
 *
 * @param queueWaits whether the queue that the ticket would enter has items that nobody holds, one of which may come first
 */
public record Candidate(Id<Ticket> ticketId, Priority priority, long position, boolean queueWaits) {}
