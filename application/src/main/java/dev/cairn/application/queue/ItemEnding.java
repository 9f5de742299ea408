package dev.cairn.application.queue;

import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Ends a live item or puts it back: its claim ends with it, and its group with the last of it (Q16). Nothing else does so.
 * The caller holds the queue's lock.
 */
record ItemEnding(QueueStores stores) {
    /** Stores an ended claim, and its item as the holder left it. */
    void end(Act act, Id<Project> project, Claim ended, QueueItem after) {
        stores.claims().update(ended);
        act.count(Objects.requireNonNull(ended.outcome()));
        store(act, project, List.of(after));
    }

    /**
     * Ends these live items or puts them back, for somebody else than their holders.
     *
     * @param outcome the outcome for the claims of held items
     */
    void end(Act act, Id<Project> project, List<QueueItem> live, UnaryOperator<QueueItem> how, ClaimOutcome outcome) {
        List<QueueItem> after = live.stream().map(how).toList();
        for (int i = 0; i < live.size(); i++) {
            if (live.get(i).status() == ItemStatus.CLAIMED) {
                endClaim(act, live.get(i), after.get(i), outcome);
            }
        }
        store(act, project, after);
    }

    private void endClaim(Act act, QueueItem before, QueueItem after, ClaimOutcome outcome) {
        Id<Claim> id = before.claimId();
        if (id != null) {
            stores.claims().find(id).filter(claim -> claim.outcome() == null).ifPresent(claim -> {
                stores.claims().update(claim.end(act.now(), outcome, after, null, null));
                act.count(outcome);
            });
        }
    }

    private void store(Act act, Id<Project> project, List<QueueItem> after) {
        stores.items().updateAll(after);
        after.forEach(item -> act.record(type(item.status()), project, item.id())
                .with("queue", item.queueId().toString())
                .with("fencingToken", item.fencingToken()));
        closeGroups(act, project, after);
    }

    private static ActivityType type(ItemStatus status) {
        return switch (status) {
            case READY -> ActivityType.QUEUE_ITEM_READY;
            case CLAIMED -> ActivityType.QUEUE_ITEM_CLAIMED;
            case COMPLETED -> ActivityType.QUEUE_ITEM_COMPLETED;
            case FAILED -> ActivityType.QUEUE_ITEM_FAILED;
            case CANCELLED -> ActivityType.QUEUE_ITEM_CANCELLED;
        };
    }

    /** Ends a group's own item with the last item of the group, however that ended (Q10, Q16). */
    private void closeGroups(Act act, Id<Project> project, List<QueueItem> after) {
        Set<Id<QueueItem>> heads = new HashSet<>();
        for (QueueItem item : after) {
            if (item.groupId() != null && !item.status().live()) {
                heads.add(item.groupId());
            }
        }
        after.forEach(item -> heads.remove(item.id()));
        for (Id<QueueItem> head : heads) {
            List<QueueItem> members = stores.items().findGroup(head);
            if (members.stream().noneMatch(member -> member.status().live())) {
                stores.items()
                        .find(head)
                        .filter(item -> item.status().live())
                        .ifPresent(item -> close(act, project, item, members));
            }
        }
    }

    private void close(Act act, Id<Project> project, QueueItem head, List<QueueItem> members) {
        QueueItem closed = closed(act, head, members);
        ClaimOutcome outcome = closed.status() == ItemStatus.COMPLETED ? ClaimOutcome.FINISHED : ClaimOutcome.CANCELLED;
        end(act, project, List.of(head), _ -> closed, outcome);
    }

    /**
     * Answers how a group's item ends: failed when the last item of an open task failed, else completed when one was
     * completed, else cancelled.
     */
    private QueueItem closed(Act act, QueueItem head, List<QueueItem> members) {
        Map<Subject, QueueItem> last = new HashMap<>();
        members.forEach(member -> last.put(member.subject(), member));
        boolean anyFailed = last.values().stream().anyMatch(member -> member.status() == ItemStatus.FAILED);
        QueueItem failure = (anyFailed ? stores.items().findOpenFailures(head.id()) : List.<QueueItem>of())
                .stream()
                        .filter(member -> member.equals(last.get(member.subject())))
                        .findFirst()
                        .orElse(null);
        if (failure != null) {
            return head.putAside(act.now(), failure.lastError());
        }
        boolean anyCompleted = last.values().stream().anyMatch(member -> member.status() == ItemStatus.COMPLETED);
        return anyCompleted ? head.finish(act.now()) : head.cancel(act.now());
    }
}
