package dev.cairn.application.queue;

import dev.cairn.application.queue.RetryReport.Reason;
import dev.cairn.application.queue.RetryReport.Refused;
import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs one retry: makes failed items ready that can be retried, and reports the reasons for the others (Q17). */
final class Retrying {
    private final QueueStores stores;
    private final ItemFlow flow;
    private final Act act;
    private final Queue queue;
    private final Set<Id<QueueItem>> retried = new HashSet<>();
    private final Set<Id<QueueItem>> tried = new HashSet<>();
    private final List<Refused> refused = new ArrayList<>();

    Retrying(QueueStores stores, ItemFlow flow, Act act, Queue queue) {
        this.stores = stores;
        this.flow = flow;
        this.act = act;
        this.queue = queue;
    }

    /**
     * @param failed of one subject the newest first
     * @param most no other is tried once so many were, with the members of groups
     */
    RetryReport all(List<QueueItem> failed, int most) {
        Set<Subject> seen = new HashSet<>();
        for (QueueItem item : failed) {
            if (!seen.add(item.subject())) {
                refuse(item, Reason.SUPERSEDED, "It failed again later: that item is the one to retry");
            } else if (tried.size() < most) {
                one(item);
            }
        }
        return new RetryReport(
                retried.size(), refused.stream().limit(RetryReport.REFUSED_MAX).toList());
    }

    /**
     * Retries one item and answers why it stays where it is; empty when it is ready again. A group is retried by the tasks
     * of it that failed.
     */
    Optional<Refused> one(QueueItem item) {
        if (!tried.add(item.id())) {
            return Optional.empty();
        }
        List<QueueItem> members = stores.items().findGroup(item.id());
        TicketWithTasks current = flow.find(item.subject()).orElse(null);
        Refused why = refusal(item, current);
        if (why == null && !members.isEmpty() && !anyBack(members)) {
            why = new Refused(item.id(), Reason.GROUP, "None of its tasks can be retried");
        }
        if (why != null) {
            return refuse(item, why.reason(), why.message());
        }
        if (revive(item, Objects.requireNonNull(current).ticket())
                && item.groupId() != null
                && !reopen(item.groupId())) {
            stores.items().regroup(null, List.of(item.id()));
        }
        return Optional.empty();
    }

    private boolean revive(QueueItem item, Ticket ticket) {
        boolean fresh = retried.add(item.id());
        if (fresh) {
            stores.items().reviveAll(List.of(item.retry(act.now()).follow(ticket)));
            act.record(ActivityType.QUEUE_ITEM_RETRIED, queue.projectId(), item.id());
        }
        return fresh;
    }

    /** Retries the newest failed item of each task; answers whether the group has anything live then. */
    private boolean anyBack(List<QueueItem> members) {
        Map<Subject, QueueItem> last = new HashMap<>();
        members.forEach(member -> last.put(member.subject(), member));
        last.values().stream()
                .filter(member -> member.status() == ItemStatus.FAILED)
                .sorted(Comparator.comparing(QueueItem::id))
                .forEach(this::one);
        return last.values().stream().anyMatch(member -> member.status().live() || retried.contains(member.id()));
    }

    /** Reopens a group that failed because of this task; returns whether the group is live. Otherwise the task goes on alone. */
    private boolean reopen(Id<QueueItem> group) {
        QueueItem head = flow.headOf(group).orElse(null);
        if (head == null || head.status().live()) {
            return head != null;
        }
        TicketWithTasks current = flow.find(head.subject()).orElse(null);
        if (head.status() != ItemStatus.FAILED || refusal(head, current) != null) {
            return false;
        }
        tried.add(head.id());
        var _ = revive(head, Objects.requireNonNull(current).ticket());
        return true;
    }

    private @Nullable Refused refusal(QueueItem item, @Nullable TicketWithTasks current) {
        if (current == null) {
            return new Refused(item.id(), Reason.SUBJECT_GONE, "What it is about was deleted");
        }
        if (current.ticket().lifecycle().archived()) {
            return new Refused(
                    item.id(),
                    Reason.ARCHIVED,
                    "%s is archived".formatted(current.ticket().key()));
        }
        Task task = ItemFlow.taskOf(item.subject(), current);
        if (current.ticket().status().finished()
                || (task != null && task.status().finished())) {
            return new Refused(
                    item.id(),
                    Reason.FINISHED,
                    "%s is finished".formatted(task == null ? current.ticket().key() : "Its task"));
        }
        String elsewhere = stores.items().findLive(List.of(item.subject())).stream()
                .filter(other -> !other.id().equals(item.id()))
                .map(other -> other.id().toString())
                .collect(Collectors.joining());
        return elsewhere.isEmpty()
                ? null
                : new Refused(item.id(), Reason.ALREADY_QUEUED, "It is queued again, as item " + elsewhere);
    }

    private Optional<Refused> refuse(QueueItem item, Reason reason, String message) {
        Refused why = new Refused(item.id(), reason, message);
        refused.add(why);
        return Optional.of(why);
    }
}
