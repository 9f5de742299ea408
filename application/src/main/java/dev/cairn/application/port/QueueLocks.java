package dev.cairn.application.port;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Ticket;

/**
 * Locks the queues of a write before it reads them, so that writes of one server to the same queue run one after the
 * other instead of being repeated. No rule depends on it (G0): writes are serializable anyway.
 */
public interface QueueLocks {
    void queue(Id<Queue> queue);

    /** Names the queue that this item is in. */
    void queueOf(Id<QueueItem> item);

    /** Names the queue that this claim's item is in. */
    void queueOfClaim(Id<Claim> claim);

    /** Names all queues with live items of this ticket or its tasks. */
    void queuesOfTicket(Id<Ticket> ticket);

    void queuesOfProject(Id<Project> project);

    /** Names a queue that does not exist yet and is about to be created. */
    void newQueueOf(Id<Project> project);
}
