package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.Caller;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Use cases of tasks. A change to a task raises its ticket's version (R32). */
public final class TaskService {
    /** The most tasks in a list, over all its tickets. */
    public static final int LISTED_MAX = 10_000;

    private final UnitOfWork work;
    private final TicketStores stores;
    private final TicketFlow flow;
    private final Assignees assignees;

    public TaskService(UnitOfWork work, TicketStores stores, TicketFlow flow) {
        this.work = work;
        this.stores = stores;
        this.flow = flow;
        this.assignees = new Assignees(stores.members());
    }

    /** Adds a task behind the others. Conflict {@code dependency_cycle} (R30). */
    public Task create(Caller caller, TicketRef ref, TaskDraft draft) {
        TaskContent content = draft.content();
        return work.write(caller, act -> {
            TicketWithTasks current = requireWritable(caller, ref);
            assignees.require(current.ticket().projectId(), null, content.assigneeId());
            int count = current.tasks().size();
            if (count >= Task.PER_TICKET_MAX) {
                throw Invalid.of(
                        ErrorCode.TOO_MANY, "tasks", "A ticket has at most %d tasks".formatted(Task.PER_TICKET_MAX));
            }
            Task pending = Task.create(act.newId(), current.ticket().id(), content, count, act.now());
            Task task = pending.moveTo(draft.status(), act.now());
            Dependencies.check(current.tasks(), task);
            stores.tasks().insertAll(List.of(task));
            recorded(act, ActivityType.TASK_CREATED, current.ticket(), task);
            flow.touch(act, current.ticket());
            return task;
        });
    }

    public Task get(Caller caller, Id<Task> id) {
        return stores.tasks().require(Access.read(caller), id);
    }

    /** Answers the live tasks in their order (R31). */
    public List<Task> list(Caller caller, TicketRef ref) {
        return stores.tickets().requireWithTasks(Access.read(caller), ref).tasks();
    }

    /**
     * Answers the first live tasks of each of these tickets, by ticket and order, for lists that include them.
     *
     * @throws Invalid {@code too_many} when they are more than {@value #LISTED_MAX} together
     */
    public List<Task> listFirst(Caller caller, Collection<Id<Ticket>> tickets, FirstTasks wanted) {
        List<Task> found = stores.tasks().findFirst(Access.read(caller), tickets, wanted, LISTED_MAX + 1);
        if (found.size() > LISTED_MAX) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    "include",
                    "These tickets have more than %d such tasks together: ask for fewer of each, or for fewer tickets"
                            .formatted(LISTED_MAX));
        }
        return found;
    }

    /** Edits the task and moves its status; the ticket may complete with it (R29). */
    public Task update(Caller caller, Id<Task> id, Edit<TaskDraft> edit) {
        return work.write(caller, act -> {
            Task task = stores.tasks().require(Access.write(caller), id);
            TicketWithTasks current = requireWritable(caller, TicketRef.of(task.ticketId()));
            TaskDraft wanted = edit.of(new TaskDraft(task.content(), task.status()));
            Task edited = task.edit(wanted.content(), act.now()).moveTo(wanted.status(), act.now());
            assignees.require(
                    current.ticket().projectId(),
                    task.content().assigneeId(),
                    edited.content().assigneeId());
            Dependencies.check(current.tasks(), edited);
            flow.store(act, current, task, edited);
            return edited;
        });
    }

    /** Soft-deletes the task; those behind it move up (R31). */
    public void delete(Caller caller, Id<Task> id) {
        work.write(caller, act -> {
            Task task = stores.tasks().require(Access.write(caller), id);
            Ticket ticket = flow.requireWritable(Access.write(caller), TicketRef.of(task.ticketId()));
            stores.tasks().delete(flow.withdraw(act, ticket, task), act.newDeletion());
            recorded(act, ActivityType.TASK_DELETED, ticket, task);
            return flow.touch(act, ticket);
        });
    }

    /** Puts all tasks into a new order. Conflict {@code order_incomplete} unless each is named exactly once (R31). */
    public List<Task> reorder(Caller caller, TicketRef ref, List<Id<Task>> order) {
        return work.write(caller, act -> {
            TicketWithTasks current = requireWritable(caller, ref);
            Map<Id<Task>, Integer> places = new HashMap<>();
            order.forEach(id -> places.put(id, places.size()));
            List<Task> tasks = current.tasks();
            if (order.size() != tasks.size() || !tasks.stream().allMatch(task -> places.containsKey(task.id()))) {
                throw new Conflict(
                        ErrorCode.ORDER_INCOMPLETE,
                        "The order must name each of the ticket's %d tasks exactly once".formatted(tasks.size()));
            }
            List<Task> moved = tasks.stream()
                    .map(task -> task.at(places.getOrDefault(task.id(), task.orderIndex()), act.now()))
                    .sorted(Comparator.comparingInt(Task::orderIndex))
                    .toList();
            stores.tasks().updateAll(moved);
            flow.touch(act, current.ticket(), Difference.of("tasks", order(tasks), order(moved)));
            return moved;
        });
    }

    private static List<Id<Task>> order(List<Task> tasks) {
        return tasks.stream().map(Task::id).toList();
    }

    private TicketWithTasks requireWritable(Caller caller, TicketRef ref) {
        TicketWithTasks current = stores.tickets().requireWithTasks(Access.write(caller), ref);
        flow.requireWritable(current.ticket());
        return current;
    }

    private static void recorded(Act act, ActivityType type, Ticket ticket, Task task) {
        act.record(type, ticket.projectId(), task.id())
                .with("ticket", ticket.key().toString());
    }
}
