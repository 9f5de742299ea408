package dev.cairn.application.queue;

import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ItemFilter;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.user.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Use cases of queue items, for people. */
public final class QueueItemService {
    /** The most items that one {@code retry-failed} takes, the newest first. */
    public static final int RETRY_MAX = 1_000;

    private final UnitOfWork work;
    private final QueueStores stores;
    private final TicketStores tickets;
    private final ItemFlow flow;

    public QueueItemService(UnitOfWork work, QueueStores stores, TicketStores tickets, ItemFlow flow) {
        this.work = work;
        this.stores = stores;
        this.tickets = tickets;
        this.flow = flow;
    }

    /**
     * Enqueues 1 to {@value Limits#BULK_MAX} subjects, all or nothing. Conflicts: {@code already_queued} naming the
     * item, {@code claimed} naming the holder of a ticket that is to be enqueued with its tasks, {@code not_enqueueable},
     * {@code other_project}.
     */
    public List<ItemView> enqueue(Caller caller, Id<Queue> queueId, List<EnqueueItem> requests) {
        Limits.bulk("items", requests);
        return work.write(caller, act -> {
            Queue queue = writable(caller, queueId);
            Enqueueing enqueueing = new Enqueueing(tickets, flow, Access.write(caller), act, queue);
            List<QueueItem> items = enqueueing.run(requests, stores.items()::findLive);
            stores.items().insertAll(enqueueing.created());
            enqueueing.adopted().forEach(stores.items()::regroup);
            enqueueing
                    .created()
                    .forEach(item -> act.record(ActivityType.QUEUE_ITEM_ENQUEUED, queue.projectId(), item.id())
                            .with("queue", queueId.toString()));
            return views(items.stream().map(QueueItem::id).toList(), act);
        });
    }

    /** @param statuses none means any */
    public Page<ItemView> list(Caller caller, Id<Queue> queueId, List<ItemStatus> statuses, PageRequest page) {
        return work.read(() -> stores.items()
                .page(
                        new ItemFilter(
                                stores.queues()
                                        .require(Access.read(caller), queueId)
                                        .id(),
                                statuses),
                        page,
                        work.now()));
    }

    public ItemView get(Caller caller, Id<QueueItem> id) {
        return work.read(() -> {
            QueueItem item = stores.items().require(Access.read(caller), id);
            return stores.items().view(List.of(item.id()), work.now()).getFirst();
        });
    }

    /** Edits an item. Conflict {@code item_state} unless it is ready (Q11). */
    public ItemView update(Caller caller, Id<QueueItem> id, Edit<ItemPlace> edit) {
        return change(caller, id, (act, item) -> {
            ItemPlace wanted = edit.of(ItemPlace.of(item));
            QueueItem placed = item.place(
                    wanted.priority(), wanted.position(), wanted.runAt(), wanted.setsPriority(), wanted.setsPosition());
            stores.items().update(placed);
            Id<Project> project = writable(act.caller(), item.queueId()).projectId();
            act.record(ActivityType.QUEUE_ITEM_UPDATED, project, id)
                    .changed(Difference.between(ItemPlace.of(item), ItemPlace.of(placed)));
        });
    }

    /** Cancels a live item; the subject of a claimed one goes back (Q6). A ticket's item takes those of its tasks along. */
    public ItemView cancel(Caller caller, Id<QueueItem> id) {
        return change(caller, id, (act, item) -> {
            if (!item.status().live()) {
                item.requireStatus(ItemStatus.READY);
            }
            List<QueueItem> live = new ArrayList<>(stores.items().findLiveGroup(id));
            live.add(item);
            flow.cancelAll(act, writable(act.caller(), item.queueId()).projectId(), live);
        });
    }

    /**
     * Puts a failed item back with its counters at zero (Q7): with a group the tasks of it that failed, with a task the group
     * that failed because of it (Q17). Conflicts: {@code item_state}, {@code already_queued}, {@code not_enqueueable}.
     */
    public ItemView retry(Caller caller, Id<QueueItem> id) {
        return change(caller, id, (act, item) -> {
            item.requireStatus(ItemStatus.FAILED);
            new Retrying(stores, flow, act, writable(act.caller(), item.queueId()))
                    .one(item)
                    .ifPresent(QueueItemService::refuse);
        });
    }

    private static void refuse(RetryReport.Refused why) {
        ErrorCode code = why.reason() == RetryReport.Reason.ALREADY_QUEUED
                ? ErrorCode.ALREADY_QUEUED
                : ErrorCode.NOT_ENQUEUEABLE;
        throw new Conflict(code, why.message(), Map.of("reason", Wire.of(why.reason())));
    }

    /**
     * Puts the failed items back whose subjects are still open, and says why the others stay (Q17). It tries some
     * {@value #RETRY_MAX}, first those that can be retried: nothing is left to retry once it has retried none.
     */
    public RetryReport retryFailed(Caller caller, Id<Queue> queueId) {
        return work.write(caller, act -> {
            Queue queue = writable(caller, queueId);
            return new Retrying(stores, flow, act, queue).all(stores.items().findFailed(queueId, RETRY_MAX), RETRY_MAX);
        });
    }

    /** Orders all ready items within their priorities. Conflict {@code order_incomplete} unless each is named once (Q11). */
    public List<ItemView> reorder(Caller caller, Id<Queue> queueId, List<Id<QueueItem>> order) {
        return work.write(caller, act -> {
            Queue queue = writable(caller, queueId);
            Map<Id<QueueItem>, Long> places = new HashMap<>();
            order.forEach(id -> places.put(id, (long) places.size()));
            List<QueueItem> ready = stores.items().findByStatus(queueId, ItemStatus.READY);
            if (ready.size() != order.size() || !ready.stream().allMatch(item -> places.containsKey(item.id()))) {
                throw new Conflict(
                        ErrorCode.ORDER_INCOMPLETE,
                        "The order must name each of the queue's %d ready items exactly once".formatted(ready.size()));
            }
            stores.items()
                    .updateAll(ready.stream()
                            .map(item -> item.place(
                                    item.priority(),
                                    places.getOrDefault(item.id(), item.position()),
                                    item.runAt(),
                                    false,
                                    true))
                            .toList());
            act.record(ActivityType.QUEUE_REORDERED, queue.projectId(), queueId)
                    .changed(Difference.of(
                            "items", ready.stream().map(QueueItem::id).toList(), order));
            return views(order, act);
        });
    }

    private interface ItemChange {
        void apply(Act act, QueueItem item);
    }

    private ItemView change(Caller caller, Id<QueueItem> id, ItemChange change) {
        return work.write(caller, act -> {
            stores.locks().queueOf(id);
            QueueItem item = stores.items().require(Access.write(caller), id);
            writable(caller, item.queueId());
            change.apply(act, item);
            return views(List.of(id), act).getFirst();
        });
    }

    private Queue writable(Caller caller, Id<Queue> id) {
        stores.locks().queue(id);
        Queue queue = stores.queues().require(Access.write(caller), id);
        tickets.projects().require(Access.write(caller), queue.projectId()).requireWritable();
        return queue;
    }

    private List<ItemView> views(List<Id<QueueItem>> ids, Act act) {
        Map<Id<QueueItem>, ItemView> byId = stores.items().view(ids, act.now()).stream()
                .collect(Collectors.toMap(view -> view.item().id(), Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
