package dev.cairn.application.queue;

import dev.cairn.application.work.Changes;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import java.util.Map;

/** Stores what became of an item and of the claim that held it. The caller holds the queue's lock. */
final class ItemEnding {
    private final QueueStores stores;

    ItemEnding(QueueStores stores) {
        this.stores = stores;
    }

    /** Somebody else than the holder ended the item, or put it back. */
    void end(Changes changes, Id<Project> project, QueueItem before, QueueItem after, ClaimOutcome outcome) {
        if (before.status() == ItemStatus.CLAIMED && before.claimId() != null) {
            Claim claim = stores.claims().require(before.claimId());
            stores.claims().update(claim.end(changes.now(), outcome, after, null, null));
        }
        store(changes, project, after);
    }

    /** Stores and records the item, and ends its group with the last of it (Q10). */
    void store(Changes changes, Id<Project> project, QueueItem item) {
        stores.items().update(item);
        changes.record(
                "queue_item." + Wire.of(item.status()),
                project,
                item.id(),
                Map.of("queue", item.queueId().toString(), "fencingToken", item.fencingToken()));
        if (item.groupId() != null
                && !item.status().live()
                && stores.items().findLiveGroup(item.groupId()).isEmpty()) {
            QueueItem head = stores.items().require(item.groupId());
            if (head.status().live()) {
                store(changes, project, closed(changes, head, item));
            }
        }
    }

    private static QueueItem closed(Changes changes, QueueItem head, QueueItem last) {
        return switch (last.status()) {
            case FAILED -> head.putAside(changes.now(), last.lastError());
            case CANCELLED -> head.cancel(changes.now());
            case COMPLETED, READY, CLAIMED -> head.finish(changes.now());
        };
    }
}
