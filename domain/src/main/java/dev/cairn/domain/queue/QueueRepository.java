package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.PlainRepository;
import java.time.Instant;

/** Stores queues. */
public interface QueueRepository extends PlainRepository<Queue> {
    /** Counts the items of a queue by state, and answers who holds them and how long they take, by one query (Q13). */
    QueueStats stats(Id<Queue> queue, Instant now);

    /**
     * Counts the live and failed items of all queues that are not deleted, by one query. Checks no access: for the
     * server's metrics only.
     */
    QueueDepth depth(Instant now);
}
