package dev.cairn.application.queue;

import dev.cairn.application.work.Changes;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Takes back what holders left behind (Q9). Safe to run in many processes at once. */
public final class SweepService {
    private static final int BATCH_SIZE = 100;

    private final UnitOfWork work;
    private final QueueStores stores;
    private final ItemFlow flow;
    private final ItemEnding ending;

    public SweepService(UnitOfWork work, QueueStores stores, ItemFlow flow) {
        this.work = work;
        this.stores = stores;
        this.flow = flow;
        this.ending = new ItemEnding(stores);
    }

    /** Puts items with an expired lease back, or aside at {@code maxStalls}; answers how many. */
    public int sweep(Caller caller) {
        int swept = 0;
        List<QueueItem> lapsed = stores.items().findLapsed(work.now(), BATCH_SIZE);
        while (!lapsed.isEmpty()) {
            List<QueueItem> batch = lapsed;
            swept += work.write(caller, changes ->
                    (int) batch.stream().filter(item -> takeBack(changes, item)).count());
            lapsed = batch.size() < BATCH_SIZE ? List.of() : stores.items().findLapsed(work.now(), BATCH_SIZE);
        }
        return swept;
    }

    private boolean takeBack(Changes changes, QueueItem seen) {
        stores.locks().queueOf(seen.id());
        QueueItem item = stores.items().find(seen.id()).orElse(seen);
        boolean held = item.status() == ItemStatus.CLAIMED
                && item.leaseUntil() != null
                && !item.leaseUntil().isAfter(changes.now());
        if (!held) {
            return false;
        }
        Queue queue = stores.queues().requireAny(item.queueId());
        QueueItem left = item.lapse(changes.now(), queue.content().maxStalls());
        ending.end(changes, queue.projectId(), item, left, ClaimOutcome.LOST);
        flow.putBack(changes, item.subject());
        return true;
    }
}
