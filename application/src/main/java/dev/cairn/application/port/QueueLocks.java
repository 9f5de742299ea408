package dev.cairn.application.port;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Ticket;

/**
 * Keeps other writers away from the items of a queue until the transaction ends (Q2). An engine with a single writer
 * has nothing to do here; PostgreSQL locks the rows of the queues, in the order of their ids.
 */
public interface QueueLocks {
    void queue(Id<Queue> queue);

    /** The queue this item is in. */
    void queueOf(Id<QueueItem> item);

    /** The queue this claim's item is in. */
    void queueOfClaim(Id<Claim> claim);

    /** All queues with live items of this ticket or its tasks. */
    void queuesOfTicket(Id<Ticket> ticket);

    void queuesOfProject(Id<Project> project);
}
