package dev.cairn.application.interchange;

import dev.cairn.application.interchange.ImportPlan.Action;
import dev.cairn.application.interchange.ImportPlan.Entry;
import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports ready and failed items into their queues (I8), if they never were on them. So a repetition completes an
 * import that died, and items that have changed since stay as they are.
 */
final class ItemImport {
    /** The number of items in one transaction. */
    private static final int SLICE_SIZE = 50;

    private final ImportContext context;
    private final ImportTally tally;
    private final Map<String, Id<QueueItem>> heads = new HashMap<>();
    private final Set<Id<QueueItem>> brought = new HashSet<>();
    private final List<ImportedItem> waiting = new ArrayList<>();

    ItemImport(ImportContext context, ImportTally tally) {
        this.context = context;
        this.tally = tally;
    }

    void add(ImportedItem item) {
        waiting.add(item);
        if (waiting.size() == SLICE_SIZE) {
            finish();
        }
    }

    void finish() {
        if (waiting.isEmpty()) {
            return;
        }
        List<ImportedItem> slice = List.copyOf(waiting);
        waiting.clear();
        Slice stored = context.slice(act -> store(act, slice));
        heads.putAll(stored.heads());
        if (!stored.items().isEmpty()) {
            stored.items().forEach(item -> brought.add(item.id()));
            tally.changed();
        }
    }

    /**
     * The items of one transaction, which may run more than once.
     *
     * @param heads the items of tickets, by the ticket's external id: those of their tasks may follow
     */
    private record Slice(List<QueueItem> items, Map<String, Id<QueueItem>> heads) {}

    private Slice store(Act act, List<ImportedItem> some) {
        Slice slice = new Slice(new ArrayList<>(), new HashMap<>());
        some.forEach(each -> add(act, each, slice));
        context.stores().items().insertAll(slice.items());
        slice.items()
                .forEach(item -> act.record(
                                ActivityType.QUEUE_ITEM_ENQUEUED,
                                context.project().id(),
                                item.id())
                        .with("queue", item.queueId().toString()));
        return slice;
    }

    private void add(Act act, ImportedItem item, Slice slice) {
        Queue queue = context.stores()
                .queues()
                .findByName(context.project().id(), item.queue())
                .orElse(null);
        Subject subject = subject(item);
        if (queue == null || subject == null) {
            return;
        }
        List<QueueItem> known = context.stores().items().findOn(queue.id(), subject).stream()
                .filter(here -> !brought.contains(here.id()))
                .toList();
        if (known.isEmpty()) {
            QueueItem made = made(act, item, queue, subject, head(item, slice));
            slice.items().add(made);
            slice.heads().put(item.task() == null ? item.ticket() : item.task(), made.id());
        } else if (item.task() == null) {
            QueueItem head = Collections.min(known, Comparator.comparing(here -> here.status() != ItemStatus.READY));
            slice.heads().put(item.ticket(), head.id());
        }
    }

    /** Returns the item of the group; null when one stored earlier was handed out or has ended meanwhile. */
    private @Nullable Id<QueueItem> head(ImportedItem item, Slice slice) {
        String group = item.group();
        if (group == null) {
            return null;
        }
        Id<QueueItem> head = slice.heads().getOrDefault(group, heads.get(group));
        boolean now = slice.items().stream().anyMatch(each -> each.id().equals(head));
        ItemStatus fitting = item.failed() ? ItemStatus.FAILED : ItemStatus.READY;
        return head == null
                        || now
                        || context.stores()
                                .items()
                                .find(head)
                                .filter(here -> here.status() == ItemStatus.READY || here.status() == fitting)
                                .isPresent()
                ? head
                : null;
    }

    private static QueueItem made(
            Act act, ImportedItem brought, Queue queue, Subject subject, @Nullable Id<QueueItem> head) {
        Instant enqueued = brought.enqueuedAt() == null ? act.now() : brought.enqueuedAt();
        return new QueueItem(
                act.newId(),
                queue.id(),
                subject,
                head,
                brought.failed() ? ItemStatus.FAILED : ItemStatus.READY,
                brought.where(),
                enqueued,
                brought.runAt() == null ? enqueued : brought.runAt(),
                brought.tries(),
                QueueItem.Hold.NEVER,
                brought.failed() ? (brought.finishedAt() == null ? act.now() : brought.finishedAt()) : null,
                new QueueItem.Said(null, brought.lastError(), brought.note()));
    }

    /** Returns the subject of an item; null when it is not here, is finished, or is queued already. */
    private @Nullable Subject subject(ImportedItem item) {
        Entry entry = context.plan().entries().get(item.ticket());
        Id<Ticket> ticket = entry == null ? null : entry.id;
        if (entry == null || ticket == null || entry.action == Action.SKIP) {
            return null;
        }
        Ticket here = context.stores().work().tickets().find(ticket).orElse(null);
        if (here == null) {
            return null;
        }
        Subject subject;
        boolean finished;
        if (item.task() == null) {
            subject = new Subject.OfTicket(ticket);
            finished = here.status().finished() || here.lifecycle().archived();
        } else {
            Id<?> known = context.stores()
                    .aliases()
                    .find(context.project().id(), context.source(), List.of(item.task()))
                    .get(item.task());
            Id<Task> task = known == null ? null : new Id<>(known.value());
            Task found = task == null
                    ? null
                    : context.stores().work().tasks().find(task).orElse(null);
            if (found == null || !found.ticketId().equals(ticket)) {
                return null;
            }
            subject = new Subject.OfTask(found.id());
            finished = found.status().finished();
        }
        boolean live = !item.failed()
                && (finished
                        || !context.stores().items().findLive(List.of(subject)).isEmpty());
        return live ? null : subject;
    }
}
