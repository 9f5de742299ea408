package dev.cairn.application.queue;

import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs one enqueue call: finds the subjects, checks them (Q1), and makes their items. */
final class Enqueueing {
    private final TicketStores tickets;
    private final ItemFlow flow;
    private final Access access;
    private final Act act;
    private final Queue queue;
    private final List<QueueItem> created = new ArrayList<>();
    private final Map<Id<QueueItem>, List<Id<QueueItem>>> adopted = new HashMap<>();
    private final Map<Subject, QueueItem> live = new HashMap<>();

    Enqueueing(TicketStores tickets, ItemFlow flow, Access access, Act act, Queue queue) {
        this.tickets = tickets;
        this.flow = flow;
        this.access = access;
        this.act = act;
        this.queue = queue;
    }

    /** The subject of one request, with its ticket and the tasks of a group. */
    private record Wanted(
            EnqueueItem request, Ticket ticket, @Nullable Task task, List<Task> group) {
        Subject subject() {
            return task == null ? new Subject.OfTicket(ticket.id()) : new Subject.OfTask(task.id());
        }

        int rows() {
            return 1 + group.size();
        }

        Stream<Subject> subjects() {
            return Stream.concat(Stream.of(subject()), group.stream().map(t -> new Subject.OfTask(t.id())));
        }
    }

    /**
     * Makes the items of the requests in their order, both new ones and live ones that were asked for; tasks follow
     * their ticket.
     */
    List<QueueItem> run(List<EnqueueItem> requests, Function<List<Subject>, List<QueueItem>> findLive) {
        List<Wanted> wanted = wanted(requests);
        Limits.rows("items", wanted.stream().mapToLong(Wanted::rows).sum());
        findLive.apply(wanted.stream().flatMap(Wanted::subjects).toList())
                .forEach(item -> live.put(item.subject(), item));
        List<QueueItem> answer = new ArrayList<>();
        wanted.forEach(want -> answer.addAll(items(want)));
        return answer;
    }

    List<QueueItem> created() {
        return created;
    }

    /** Returns the live items that join a group, by the group's own item. */
    Map<Id<QueueItem>, List<Id<QueueItem>>> adopted() {
        return adopted;
    }

    private List<Wanted> wanted(List<EnqueueItem> requests) {
        Map<Id<Ticket>, Ticket> byId = tickets
                .tickets()
                .findAll(
                        access,
                        requests.stream()
                                .map(EnqueueItem::ticketId)
                                .flatMap(ref ->
                                        ref instanceof TicketRef.ById(Id<Ticket> id) ? Stream.of(id) : Stream.empty())
                                .toList())
                .stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        List<Wanted> wanted = new ArrayList<>();
        for (EnqueueItem request : requests) {
            Task task = request.taskId() == null ? null : tickets.tasks().require(access, request.taskId());
            TicketRef ref = task == null ? request.ticketId() : TicketRef.of(task.ticketId());
            Ticket known = ref instanceof TicketRef.ById(Id<Ticket> id) ? byId.get(id) : null;
            Ticket ticket = known == null ? tickets.tickets().require(access, Objects.requireNonNull(ref)) : known;
            wanted.add(checked(request, ticket, task));
        }
        return wanted;
    }

    private Wanted checked(EnqueueItem request, Ticket ticket, @Nullable Task task) {
        if (!ticket.projectId().equals(queue.projectId())) {
            throw new Conflict(ErrorCode.OTHER_PROJECT, "%s is not in the queue's project".formatted(ticket.key()));
        }
        ticket.requireWritable();
        boolean fits = task == null
                ? ticket.status() == TicketStatus.OPEN || ticket.status() == TicketStatus.IN_PROGRESS
                : !task.status().finished() && !ticket.status().finished();
        if (!fits) {
            Enum<?> status = task == null || ticket.status().finished() ? ticket.status() : task.status();
            throw new Conflict(
                    ErrorCode.NOT_ENQUEUEABLE,
                    "It is %s: only open or pending work, or work in progress, can be enqueued"
                            .formatted(Wire.of(status)),
                    Map.of("status", Wire.of(status)));
        }
        List<Task> group = request.includeTasks()
                ? tickets.tasks().findByTicket(ticket.id()).stream()
                        .filter(t -> !t.status().finished())
                        .toList()
                : List.of();
        return new Wanted(request, ticket, task, group);
    }

    private List<QueueItem> items(Wanted want) {
        if (!want.group().isEmpty()) {
            requireFree(want);
        }
        QueueItem head = item(want, want.subject(), null);
        List<QueueItem> items = new ArrayList<>(List.of(head));
        want.group().forEach(task -> items.add(member(want, new Subject.OfTask(task.id()), head)));
        return items;
    }

    /**
     * Checks that nobody holds the ticket of a group, and that its live item is in the queue of its tasks (Q16).
     *
     * @throws Conflict {@code claimed} or {@code already_queued}
     */
    private void requireFree(Wanted want) {
        QueueItem existing = live.get(want.subject());
        if (existing == null) {
            return;
        }
        if (existing.status() == ItemStatus.CLAIMED) {
            String holder = flow.holderOf(existing);
            throw new Conflict(
                    ErrorCode.CLAIMED,
                    "%s is held by %s: enqueue it with its tasks when it was given back"
                            .formatted(want.ticket().key(), holder),
                    Map.of(
                            "itemId",
                            existing.id().toString(),
                            "queueId",
                            existing.queueId().toString(),
                            "holder",
                            holder));
        }
        if (!existing.queueId().equals(queue.id())) {
            throw queued(existing, want.ticket().key() + " is on another queue already: its tasks go there");
        }
    }

    /**
     * Makes a member of the group; a task that is queued already joins it where it is in no group yet.
     *
     * @throws Conflict {@code already_queued} for one that is on another queue: a group lives in one (Q16)
     */
    private QueueItem member(Wanted want, Subject subject, QueueItem head) {
        QueueItem item = item(want, subject, head.id());
        if (!item.queueId().equals(queue.id())) {
            throw queued(
                    item,
                    "A task of %s is on another queue already: enqueue the ticket with its tasks there"
                            .formatted(want.ticket().key()));
        }
        if (item.groupId() == null) {
            adopted.computeIfAbsent(head.id(), _ -> new ArrayList<>()).add(item.id());
        }
        return item;
    }

    private static Conflict queued(QueueItem existing, String message) {
        return new Conflict(
                ErrorCode.ALREADY_QUEUED,
                message,
                Map.of(
                        "itemId",
                        existing.id().toString(),
                        "queueId",
                        existing.queueId().toString()));
    }

    private QueueItem item(Wanted want, Subject subject, @Nullable Id<QueueItem> group) {
        QueueItem existing = live.get(subject);
        if (existing != null) {
            if (want.request().returnExisting()) {
                return existing;
            }
            String what = group == null ? "%s" : "A task of %s";
            throw queued(
                    existing,
                    (what + " is on a queue already").formatted(want.ticket().key()));
        }
        Instant runAt =
                want.request().runAt() == null ? act.now() : want.request().runAt();
        TicketContent content = want.ticket().content();
        QueueItem following = QueueItem.enqueue(
                act.newId(), queue.id(), subject, group, content.priority(), content.position(), act.now(), runAt);
        Priority own = want.request().priority();
        QueueItem item = own == null ? following : following.place(own, following.position(), runAt, true, false);
        live.put(subject, item);
        created.add(item);
        return item;
    }
}
