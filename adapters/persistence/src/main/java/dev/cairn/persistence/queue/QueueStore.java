package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueDepth;
import dev.cairn.domain.queue.QueueRepository;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.persistence.kernel.PlainStore;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Store;
import java.time.Instant;

/** The store of queues. */
@Store
abstract class QueueStore extends PlainStore<Queue, QueueRow> implements QueueRepository {
    private final Statistics statistics;

    QueueStore(QueueMapper mapper, SharedSql sql, Statistics statistics) {
        super(QueueRow.class, "queue", mapper, sql);
        this.statistics = statistics;
    }

    @Override
    public QueueStats stats(Id<Queue> queue, Instant now) {
        return statistics.of(queue, now);
    }

    @Override
    public QueueDepth depth(Instant now) {
        return statistics.ofAll(now);
    }
}
