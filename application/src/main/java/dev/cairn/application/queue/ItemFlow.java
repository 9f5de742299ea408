package dev.cairn.application.queue;

import dev.cairn.application.ticket.TicketFlow;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an item, its claim and its subject move together (Q6). The caller holds the queue's lock. */
public final class ItemFlow {
    private final QueueStores stores;
    private final TicketStores tickets;
    private final TicketFlow flow;
    private final ItemEnding ending;

    public ItemFlow(QueueStores stores, TicketStores tickets, TicketFlow flow) {
        this.stores = stores;
        this.ending = new ItemEnding(stores);
        this.tickets = tickets;
        this.flow = flow;
    }

    /** The subject's ticket with its tasks; an item's subject is never deleted while the item lives. */
    TicketWithTasks ticketOf(Subject subject) {
        return tickets.tickets()
                .requireWithTasks(
                        switch (subject) {
                            case Subject.OfTicket(var id) -> id;
                            case Subject.OfTask(var id) ->
                                tickets.tasks().require(id).ticketId();
                        });
    }

    static @Nullable Task taskOf(Subject subject, TicketWithTasks ticket) {
        return switch (subject) {
            case Subject.OfTicket _ -> null;
            case Subject.OfTask(Id<Task> id) ->
                ticket.tasks().stream()
                        .filter(task -> task.id().equals(id))
                        .findFirst()
                        .orElse(null);
        };
    }

    /** The subject is in work now: open → in_progress, pending → in_progress. */
    TicketWithTasks start(Changes changes, Subject subject, TicketWithTasks current) {
        return move(
                changes,
                subject,
                current,
                TicketStatus.OPEN,
                TicketStatus.IN_PROGRESS,
                TaskStatus.PENDING,
                TaskStatus.IN_PROGRESS);
    }

    /** Nobody works on the subject any more: in_progress → open, in_progress → pending. */
    void putBack(Changes changes, Subject subject) {
        move(
                changes,
                subject,
                ticketOf(subject),
                TicketStatus.IN_PROGRESS,
                TicketStatus.OPEN,
                TaskStatus.IN_PROGRESS,
                TaskStatus.PENDING);
    }

    /** The holder finished the subject: Conflict {@code tasks_open}, unless it finishes them too (R29). */
    void complete(Changes changes, Subject subject, boolean finishTasks) {
        TicketWithTasks current = ticketOf(subject);
        Task task = taskOf(subject, current);
        if (task == null) {
            flow.complete(changes, current, finishTasks);
        } else {
            flow.store(changes, current, task, task.moveTo(TaskStatus.COMPLETED, changes.now()));
        }
    }

    /** Cancels live items of one project and puts the subjects of those that were held back (Q6, Q12). */
    void cancelAll(Changes changes, List<QueueItem> live) {
        List<QueueItem> waiting =
                live.stream().filter(item -> item.status() == ItemStatus.READY).toList();
        stores.items()
                .updateAll(
                        waiting.stream().map(item -> item.cancel(changes.now())).toList());
        live.stream().filter(item -> item.status() == ItemStatus.CLAIMED).forEach(item -> cancelHeld(changes, item));
    }

    private void cancelHeld(Changes changes, QueueItem item) {
        Id<Project> project = ticketOf(item.subject()).ticket().projectId();
        ending.end(changes, project, item, item.cancel(changes.now()), ClaimOutcome.CANCELLED);
        putBack(changes, item.subject());
    }

    private TicketWithTasks move(
            Changes changes,
            Subject subject,
            TicketWithTasks current,
            TicketStatus ticketFrom,
            TicketStatus ticketTo,
            TaskStatus taskFrom,
            TaskStatus taskTo) {
        Task task = taskOf(subject, current);
        if (task == null) {
            return new TicketWithTasks(flow.follow(changes, current.ticket(), ticketFrom, ticketTo), current.tasks());
        }
        return task.status() == taskFrom
                ? flow.store(changes, current, task, task.moveTo(taskTo, changes.now()))
                : current;
    }
}
