package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.ticket.WaitsFor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Moves tickets and tasks along the workflow, for a person or for an agent with a claim (R27–R29, R31). */
public record TicketFlow(TicketStores stores, SettingRepository settings, SubjectObserver observer) {
    /** Finds a ticket that may be written to: neither it nor its project is archived (R4, R22). */
    Ticket requireWritable(Access access, TicketRef ref) {
        return requireWritable(stores.tickets().require(access, ref));
    }

    Ticket requireWritable(Ticket ticket) {
        stores.projects().require(ticket.projectId()).requireWritable();
        return ticket.requireWritable();
    }

    /**
     * Moves a ticket along the workflow for a person. Conflicts: {@code transition_refused}, {@code tasks_open}, {@code
     * blocked} naming what it waits for (Q20).
     */
    public TicketWithTasks move(Act act, TicketWithTasks current, StatusChange change) {
        TicketStatus next = change.status();
        Ticket moved = current.ticket().moveTo(next, act.now());
        if (next == TicketStatus.IN_PROGRESS && !change.despiteBlockers()) {
            requireUnblocked(current.ticket());
        }
        List<Task> after =
                next == TicketStatus.COMPLETED ? finishTasks(act, current, change.finishTasks()) : current.tasks();
        return store(act, new TicketWithTasks(current.ticket(), after), moved);
    }

    /**
     * Ends the queue items of a ticket that is about to be archived or deleted, and makes held work open or pending
     * again, so that nobody holds it after a restore (Q6, Q21).
     */
    public TicketWithTasks withdraw(Act act, TicketWithTasks current) {
        Held held = observer.ticketWithdrawn(act, current.ticket());
        TicketWithTasks down = putDown(act, current, held);
        return held.ticket()
                ? new TicketWithTasks(
                        follow(act, down.ticket(), TicketStatus.IN_PROGRESS, TicketStatus.OPEN), down.tasks())
                : down;
    }

    /** Ends the queue item of a task that is about to be deleted; a held task becomes pending (Q21). */
    Task withdraw(Act act, Ticket ticket, Task task) {
        boolean held = observer.taskWithdrawn(act, ticket.projectId(), task);
        if (!held || task.status() != TaskStatus.IN_PROGRESS) {
            return task;
        }
        Task pending = task.moveTo(TaskStatus.PENDING, act.now());
        stores.tasks().update(pending);
        return pending;
    }

    /**
     * Completes a ticket for the agent that holds it. Conflicts: {@code transition_refused} when a person has blocked it,
     * {@code tasks_open}.
     */
    public TicketWithTasks complete(Act act, TicketWithTasks current, boolean finishTasks) {
        if (current.ticket().status() == TicketStatus.BLOCKED) {
            return move(act, current, new StatusChange(TicketStatus.COMPLETED, finishTasks, false));
        }
        List<Task> after = finishTasks(act, current, finishTasks);
        Ticket completed = current.ticket().enter(TicketStatus.COMPLETED, act.now());
        return store(act, new TicketWithTasks(current.ticket(), after), completed);
    }

    /** Starts or puts back a ticket for the agent that holds it; a status that a person has set meanwhile stays (Q6). */
    public Ticket follow(Act act, Ticket ticket, TicketStatus from, TicketStatus to) {
        return ticket.status() == from ? entered(act, ticket, ticket.enter(to, act.now())) : ticket;
    }

    /** Stores a changed task; the ticket is touched, or completes with its last open task (R29, R32). */
    public TicketWithTasks store(Act act, TicketWithTasks current, Task before, Task after) {
        stores.tasks().update(after);
        recorded(act, current.ticket(), before, after);
        List<Task> all = new ArrayList<>(current.tasks());
        all.replaceAll(task -> task.id().equals(after.id()) ? after : task);
        TicketWithTasks changed = new TicketWithTasks(current.ticket(), all);
        announce(act, changed.ticket(), before, after);
        boolean lastDone = before.status() != TaskStatus.COMPLETED
                && after.status() == TaskStatus.COMPLETED
                && changed.unfinishedTasks().isEmpty();
        return lastDone ? completeByItself(act, changed) : new TicketWithTasks(touch(act, changed.ticket()), all);
    }

    /** Raises the ticket's version, because a task, comment or link of it changed (R32). */
    Ticket touch(Act act, Ticket ticket) {
        return touch(act, ticket, Difference.NOTHING);
    }

    Ticket touch(Act act, Ticket ticket, Difference difference) {
        Ticket touched = stores.tickets().updateState(ticket.touch(act.now()));
        act.record(ActivityType.TICKET_UPDATED, touched).changed(difference);
        return touched;
    }

    private TicketWithTasks completeByItself(Act act, TicketWithTasks current) {
        Ticket ticket = current.ticket();
        boolean completes = !ticket.status().finished()
                && ticket.status() != TicketStatus.BLOCKED
                && ProjectSettings.of(settings.all(new SettingHome.OfProject(ticket.projectId())))
                        .autoCompleteTickets();
        return completes
                ? store(act, current, ticket.enter(TicketStatus.COMPLETED, act.now()))
                : new TicketWithTasks(touch(act, ticket), current.tasks());
    }

    private List<Task> finishTasks(Act act, TicketWithTasks current, boolean allowed) {
        List<Task> open = current.unfinishedTasks();
        if (open.isEmpty()) {
            return current.tasks();
        }
        if (!allowed) {
            throw new Conflict(
                    ErrorCode.TASKS_OPEN,
                    "%d of its tasks are not finished: finish them, or send finishTasks".formatted(open.size()),
                    Map.of("openTasks", open.size()));
        }
        List<Task> all = new ArrayList<>(current.tasks());
        all.replaceAll(task -> task.status().finished() ? task : task.moveTo(TaskStatus.COMPLETED, act.now()));
        List<Task> finished = all.stream()
                .filter(task -> open.stream().anyMatch(o -> o.id().equals(task.id())))
                .toList();
        stores.tasks().updateAll(finished);
        finished.forEach(task -> observer.taskFinished(act, current.ticket().projectId(), task));
        return all;
    }

    /** Stores a ticket that has moved; a finished one leaves its queue. */
    private TicketWithTasks store(Act act, TicketWithTasks current, Ticket after) {
        TicketWithTasks moved = new TicketWithTasks(entered(act, current.ticket(), after), current.tasks());
        return moved.ticket().status().finished() ? finished(act, moved) : moved;
    }

    /** Ends what is queued of a ticket that has just been finished, and puts down what of it was held (Q6, Q21). */
    TicketWithTasks finished(Act act, TicketWithTasks current) {
        return putDown(act, current, observer.ticketFinished(act, current.ticket()));
    }

    /** Makes tasks that were held pending again (Q21). */
    private TicketWithTasks putDown(Act act, TicketWithTasks current, Held held) {
        List<Task> down = new ArrayList<>();
        List<Task> all = new ArrayList<>(current.tasks());
        all.replaceAll(task -> {
            if (!held.tasks().contains(task.id()) || task.status() != TaskStatus.IN_PROGRESS) {
                return task;
            }
            Task pending = task.moveTo(TaskStatus.PENDING, act.now());
            down.add(pending);
            recorded(act, current.ticket(), task, pending);
            return pending;
        });
        stores.tasks().updateAll(down);
        return new TicketWithTasks(current.ticket(), all);
    }

    private void requireUnblocked(Ticket ticket) {
        if (!stores.links().isBlocked(ticket.id())) {
            return;
        }
        List<String> blockers = stores.links().findWaits(List.of(ticket.id())).stream()
                .filter(waits -> waits.kind() == WaitsFor.Kind.BLOCKED_BY)
                .map(waits -> waits.otherKey().toString())
                .distinct()
                .toList();
        throw new Conflict(
                ErrorCode.BLOCKED,
                "%s waits for %s: finish that first, or send despiteBlockers"
                        .formatted(ticket.key(), String.join(", ", blockers)),
                Map.of("blockers", blockers));
    }

    private Ticket entered(Act act, Ticket before, Ticket after) {
        Ticket stored = stores.tickets().updateState(after);
        act.record(ActivityType.TICKET_STATUS_CHANGED, stored)
                .changed(Difference.between(before, stored))
                .with("from", Wire.of(before.status()))
                .with("to", Wire.of(stored.status()));
        return stored;
    }

    private static void recorded(Act act, Ticket ticket, Task before, Task after) {
        act.record(ActivityType.TASK_UPDATED, ticket.projectId(), after.id())
                .changed(Difference.between(before, after))
                .with("ticket", ticket.key().toString())
                .with("status", Wire.of(after.status()));
    }

    private void announce(Act act, Ticket ticket, Task before, Task after) {
        if (before.status() == after.status()) {
            return;
        }
        switch (after.status()) {
            case COMPLETED -> observer.taskFinished(act, ticket.projectId(), after);
            case CANCELLED -> observer.taskWithdrawn(act, ticket.projectId(), after);
            case PENDING, IN_PROGRESS -> {}
        }
    }
}
