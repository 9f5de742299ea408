package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.PlainRepository;
import java.time.Instant;

/** Stores queues. */
public interface QueueRepository extends PlainRepository<Queue> {
    /** Keeps other claims out of this queue until the transaction ends, where the engine does not do so anyway (Q2). */
    void lock(Id<Queue> queue);

    /** Counts the items of a queue by state, and answers who holds them and how long they take, by one query (Q13). */
    QueueStats stats(Id<Queue> queue, Instant now);

    /** Counts what is live or has failed on all queues that are not deleted, by one query. Only for who watches the whole server. */
    QueueDepth depth(Instant now);
}
