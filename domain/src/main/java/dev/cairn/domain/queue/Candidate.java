package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;

/**
 * The ready ticket that would be handed out next, although it is on no queue (Q22).
 *
 * @param queueWaits whether the queue that it would enter has items which nobody holds: one of them may come before it
 */
public record Candidate(Id<Ticket> ticketId, Priority priority, long position, boolean queueWaits) {}
