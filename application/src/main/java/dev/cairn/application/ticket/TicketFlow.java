package dev.cairn.application.ticket;

import dev.cairn.application.work.Changes;
import dev.cairn.domain.access.Access;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How tickets and tasks move along, whoever moves them: a person, or an agent through its claim (R27–R29, R31). */
public final class TicketFlow {
    private final TicketStores stores;
    private final SettingRepository settings;
    private final SubjectObserver observer;

    public TicketFlow(TicketStores stores, SettingRepository settings, SubjectObserver observer) {
        this.stores = stores;
        this.settings = settings;
        this.observer = observer;
    }

    /** A ticket that may be written to: neither it nor its project is archived (R4, R22). */
    Ticket requireWritable(Access access, TicketRef ref) {
        return requireWritable(stores.tickets().require(access, ref));
    }

    Ticket requireWritable(Ticket ticket) {
        stores.projects().require(ticket.projectId()).requireWritable();
        return ticket.requireWritable();
    }

    /** A person moves a ticket along the workflow. Conflicts: {@code transition_refused}, {@code tasks_open}. */
    TicketWithTasks move(Changes changes, TicketWithTasks current, TicketStatus next, boolean finishTasks) {
        Ticket moved = current.ticket().moveTo(next, changes.now());
        List<Task> after =
                next == TicketStatus.COMPLETED ? finishTasks(changes, current, finishTasks) : current.tasks();
        return new TicketWithTasks(store(changes, current.ticket(), moved), after);
    }

    /**
     * An agent completes the ticket it holds. Conflicts: {@code transition_refused} when a person has blocked it,
     * {@code tasks_open}.
     */
    public TicketWithTasks complete(Changes changes, TicketWithTasks current, boolean finishTasks) {
        if (current.ticket().status() == TicketStatus.BLOCKED) {
            return move(changes, current, TicketStatus.COMPLETED, finishTasks);
        }
        List<Task> after = finishTasks(changes, current, finishTasks);
        Ticket completed = current.ticket().enter(TicketStatus.COMPLETED, changes.now());
        return new TicketWithTasks(store(changes, current.ticket(), completed), after);
    }

    /** An agent starts or puts down the ticket it holds; a status that a person has set meanwhile stays (Q6). */
    public Ticket follow(Changes changes, Ticket ticket, TicketStatus from, TicketStatus to) {
        return ticket.status() == from ? store(changes, ticket, ticket.enter(to, changes.now())) : ticket;
    }

    /** Stores a changed task; the ticket is touched, or completes with its last open task (R29, R32). */
    public TicketWithTasks store(Changes changes, TicketWithTasks current, Task before, Task after) {
        stores.tasks().update(after);
        changes.record(
                "task.updated",
                current.ticket().projectId(),
                after.id(),
                TicketFacts.between(before, after),
                Map.of("ticket", current.ticket().key().toString(), "status", Wire.of(after.status())));
        List<Task> all = new ArrayList<>(current.tasks());
        all.replaceAll(task -> task.id().equals(after.id()) ? after : task);
        TicketWithTasks changed = new TicketWithTasks(current.ticket(), all);
        announce(changes, changed.ticket(), before, after);
        boolean lastDone = before.status() != TaskStatus.COMPLETED
                && after.status() == TaskStatus.COMPLETED
                && changed.unfinishedTasks().isEmpty();
        return new TicketWithTasks(
                lastDone ? completeByItself(changes, changed.ticket()) : touch(changes, changed.ticket()), all);
    }

    /** A task, comment or link of the ticket changed (R32). */
    Ticket touch(Changes changes, Ticket ticket) {
        return touch(changes, ticket, Difference.NOTHING);
    }

    Ticket touch(Changes changes, Ticket ticket, Difference difference) {
        Ticket touched = stores.tickets().updateState(ticket.touch(changes.now()));
        changes.record(
                "ticket.updated",
                touched.projectId(),
                touched.id(),
                touched.lifecycle(),
                difference,
                Map.of("key", touched.key().toString()));
        return touched;
    }

    private Ticket completeByItself(Changes changes, Ticket ticket) {
        boolean completes = !ticket.status().finished()
                && ticket.status() != TicketStatus.BLOCKED
                && ProjectSettings.of(settings.all(new SettingHome.OfProject(ticket.projectId())))
                        .autoCompleteTickets();
        return completes
                ? store(changes, ticket, ticket.enter(TicketStatus.COMPLETED, changes.now()))
                : touch(changes, ticket);
    }

    private List<Task> finishTasks(Changes changes, TicketWithTasks current, boolean allowed) {
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
        all.replaceAll(task -> task.status().finished() ? task : task.moveTo(TaskStatus.COMPLETED, changes.now()));
        List<Task> finished = all.stream()
                .filter(task -> open.stream().anyMatch(o -> o.id().equals(task.id())))
                .toList();
        stores.tasks().updateAll(finished);
        finished.forEach(task -> observer.taskFinished(changes, current.ticket().projectId(), task));
        return all;
    }

    private Ticket store(Changes changes, Ticket before, Ticket after) {
        Ticket stored = stores.tickets().updateState(after);
        changes.record(
                "ticket.status_changed",
                stored.projectId(),
                stored.id(),
                stored.lifecycle(),
                TicketFacts.moved(before, stored),
                Map.of(
                        "key",
                        stored.key().toString(),
                        "from",
                        Wire.of(before.status()),
                        "to",
                        Wire.of(stored.status())));
        if (stored.status().finished()) {
            observer.ticketFinished(changes, stored);
        }
        return stored;
    }

    private void announce(Changes changes, Ticket ticket, Task before, Task after) {
        if (before.status() == after.status()) {
            return;
        }
        switch (after.status()) {
            case COMPLETED -> observer.taskFinished(changes, ticket.projectId(), after);
            case CANCELLED -> observer.taskWithdrawn(changes, ticket.projectId(), after);
            case PENDING, IN_PROGRESS -> {}
        }
    }
}
