package dev.cairn.application.queue;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts back items whose lease has expired (Q9). Safe to run in many processes at once. */
public final class SweepService {
    private static final Logger LOG = System.getLogger(SweepService.class.getName());
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

    /**
     * Puts items with an expired lease back, or aside at {@code maxStalls}; answers how many. Each is a transaction of its
     * own: what cannot be taken back is set aside until the next sweep, and holds up nobody else.
     */
    public int sweep(Caller caller) {
        int swept = 0;
        Set<Id<QueueItem>> aside = new HashSet<>();
        List<QueueItem> lapsed = lapsed(aside);
        while (!lapsed.isEmpty()) {
            for (QueueItem item : lapsed) {
                swept += takeBack(caller, item, aside) ? 1 : 0;
            }
            lapsed = lapsed.size() < BATCH_SIZE ? List.of() : lapsed(aside);
        }
        return swept;
    }

    private List<QueueItem> lapsed(Set<Id<QueueItem>> aside) {
        return stores.items().findLapsed(work.now(), BATCH_SIZE + aside.size()).stream()
                .filter(item -> !aside.contains(item.id()))
                .limit(BATCH_SIZE)
                .toList();
    }

    private boolean takeBack(Caller caller, QueueItem item, Set<Id<QueueItem>> aside) {
        try {
            boolean taken = work.write(caller, act -> takeBack(act, item.id()));
            if (!taken) {
                aside.add(item.id());
            }
            return taken;
        } catch (Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            aside.add(item.id());
            LOG.log(
                    Level.WARNING,
                    "Item %s could not be taken back and is tried again with the next sweep".formatted(item.id()),
                    e);
            return false;
        }
    }

    private boolean takeBack(Act act, Id<QueueItem> id) {
        stores.locks().queueOf(id);
        Optional<QueueItem> lapsed = stores.items().find(id).filter(item -> lapsed(item, act));
        lapsed.ifPresent(item -> takeBack(act, item));
        return lapsed.isPresent();
    }

    private static boolean lapsed(QueueItem item, Act act) {
        return item.status() == ItemStatus.CLAIMED
                && item.leaseUntil() != null
                && !item.leaseUntil().isAfter(act.now());
    }

    private void takeBack(Act act, QueueItem item) {
        Queue queue = stores.queues().requireAny(item.queueId());
        TicketWithTasks current = flow.find(item.subject()).orElse(null);
        QueueItem settled = ItemFlow.settled(item, current, act.now());
        QueueItem after =
                settled == null ? item.lapse(act.now(), queue.content().maxStalls()) : settled;
        ClaimOutcome outcome = settled == null ? ClaimOutcome.LOST : ItemFlow.outcomeOf(settled);
        ending.end(act, queue.projectId(), List.of(item), _ -> after, outcome);
        if (current != null && settled == null) {
            flow.putBack(act, item.subject(), current);
        }
    }
}
