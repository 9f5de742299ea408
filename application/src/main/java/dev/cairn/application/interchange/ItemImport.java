package dev.cairn.application.interchange;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the work that waited, or had failed, back on its queues: that of tickets which this import created (I8). */
final class ItemImport {
    /** Items per transaction. */
    private static final int SLICE_SIZE = 50;

    private final ImportContext context;
    private final ImportTally tally;
    private final Map<String, Id<QueueItem>> heads = new HashMap<>();
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
        Map<String, Id<QueueItem>> stored = context.slice(act -> store(act, slice));
        heads.putAll(stored);
        if (!stored.isEmpty()) {
            tally.changed();
        }
    }

    /** The items of tickets, by the ticket's external id: those of their tasks may follow. */
    private Map<String, Id<QueueItem>> store(Act act, List<ImportedItem> slice) {
        Map<String, Id<QueueItem>> stored = new HashMap<>();
        List<QueueItem> items = new ArrayList<>();
        for (ImportedItem brought : slice) {
            QueueItem item = item(act, brought, stored);
            if (item != null) {
                items.add(item);
                stored.put(brought.task() == null ? brought.ticket() : brought.task(), item.id());
            }
        }
        context.stores().items().insertAll(items);
        items.forEach(item -> act.record(
                        ActivityType.QUEUE_ITEM_ENQUEUED, context.project().id(), item.id())
                .with("queue", item.queueId().toString()));
        return stored;
    }

    private @Nullable QueueItem item(Act act, ImportedItem brought, Map<String, Id<QueueItem>> stored) {
        Queue queue = context.stores()
                .queues()
                .findByName(context.project().id(), brought.queue())
                .orElse(null);
        Subject subject = subject(brought);
        if (queue == null || subject == null) {
            return null;
        }
        String group = brought.group();
        Id<QueueItem> head = group == null ? null : stored.getOrDefault(group, heads.get(group));
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

    /** What is to be worked on; nothing when it was here before, is finished, or waits on a queue already. */
    private @Nullable Subject subject(ImportedItem brought) {
        Entry entry = context.plan().entries().get(brought.ticket());
        Id<Ticket> ticket = entry == null ? null : entry.id;
        if (ticket == null || !tally.isNew(ticket)) {
            return null;
        }
        Subject subject;
        boolean finished;
        if (brought.task() == null) {
            subject = new Subject.OfTicket(ticket);
            finished = context.stores()
                    .work()
                    .tickets()
                    .find(ticket)
                    .map(found -> found.status().finished() || found.lifecycle().archived())
                    .orElse(true);
        } else {
            Id<?> known = context.stores()
                    .aliases()
                    .find(context.project().id(), context.source(), List.of(brought.task()))
                    .get(brought.task());
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
        boolean live = !brought.failed()
                && (finished
                        || !context.stores().items().findLive(List.of(subject)).isEmpty());
        return live ? null : subject;
    }
}
