package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.application.work.Entry;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.List;

/**
 * Stores what an import makes of tickets and tasks that are here already. States come without the workflow's rules (R36);
 * what follows from them follows as when a person moves them (I1): work that needs no more doing leaves its queue.
 */
public record ImportedMoves(TicketStores stores, TicketFlow flow, SubjectObserver observer) {
    /** A task before and after the import. */
    public record Move(Task before, Task after) {}

    /** Stores the ticket, whose tasks were stored before. */
    public Ticket store(Act act, Ticket before, Ticket after) {
        Ticket stored = stores.tickets().update(after);
        boolean moved = stored.status() != before.status();
        boolean archived = stored.lifecycle().archived() && !before.lifecycle().archived();
        recorded(
                act,
                moved
                        ? ActivityType.TICKET_STATUS_CHANGED
                        : archived ? ActivityType.TICKET_ARCHIVED : ActivityType.TICKET_UPDATED,
                before,
                stored);
        observer.ticketEdited(act, before, stored);
        if (moved && stored.status().finished()) {
            var _ = flow.finished(act, withTasks(stored));
        }
        return archived ? flow.withdraw(act, withTasks(stored)).ticket() : stored;
    }

    public void create(Act act, Ticket ticket, List<Task> tasks) {
        stores.tasks().insertAll(tasks);
        tasks.forEach(task -> recorded(act, ActivityType.TASK_CREATED, ticket, task));
    }

    public void move(Act act, Ticket ticket, List<Move> moves) {
        stores.tasks().updateAll(moves.stream().map(Move::after).toList());
        for (Move move : moves) {
            act.record(
                            ActivityType.TASK_UPDATED,
                            ticket.projectId(),
                            move.after().id())
                    .changed(Difference.between(move.before(), move.after()))
                    .with("ticket", ticket.key().toString())
                    .with("status", Wire.of(move.after().status()));
            if (move.before().status() != move.after().status()) {
                announce(act, ticket, move.after());
            }
        }
    }

    public void delete(Act act, Ticket ticket, Task task) {
        // Its place may have moved in this transaction, and those behind it move up from there.
        Task here = stores.tasks().find(task.id()).orElse(task);
        stores.tasks().delete(flow.withdraw(act, ticket, here), act.newDeletion());
        recorded(act, ActivityType.TASK_DELETED, ticket, task);
    }

    /** Soft-deletes a ticket with its tasks and comments; it leaves its queue (R5, Q6). */
    public void delete(Act act, Ticket ticket) {
        Ticket down = flow.withdraw(act, withTasks(ticket)).ticket();
        Deletion deletion = act.newDeletion();
        stores.tasks().deleteByTicket(ticket.id(), deletion);
        stores.comments().deleteByTicket(ticket.id(), deletion);
        Ticket deleted = stores.tickets().update(down.delete(deletion));
        act.record(ActivityType.TICKET_DELETED, deleted);
    }

    private TicketWithTasks withTasks(Ticket ticket) {
        return new TicketWithTasks(ticket, stores.tasks().findByTicket(ticket.id()));
    }

    private void announce(Act act, Ticket ticket, Task task) {
        if (task.status() == TaskStatus.COMPLETED) {
            observer.taskFinished(act, ticket.projectId(), task);
        } else if (task.status() == TaskStatus.CANCELLED) {
            observer.taskWithdrawn(act, ticket.projectId(), task);
        }
    }

    private static void recorded(Act act, ActivityType type, Ticket before, Ticket after) {
        Entry entry = act.record(type, after).changed(Difference.between(before, after));
        if (after.status() != before.status()) {
            entry.with("from", Wire.of(before.status())).with("to", Wire.of(after.status()));
        }
    }

    private static void recorded(Act act, ActivityType type, Ticket ticket, Task task) {
        act.record(type, ticket.projectId(), task.id())
                .with("ticket", ticket.key().toString());
    }
}
