package dev.cairn.application.port;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Ticket;

/**
 * Says which queues a write is about, before it reads them: writes of one server about the same queue then run one after the other
 * instead of starting again. No rule rests on it (G0): writes come out as if they were serial, whoever makes them.
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
