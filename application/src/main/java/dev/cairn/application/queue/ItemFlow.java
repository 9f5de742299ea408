package dev.cairn.application.queue;

import dev.cairn.application.ticket.TicketFlow;
import dev.cairn.application.ticket.TicketStores;
import dev.cairn.application.work.Act;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves an item, its claim and its subject together (Q6). The caller holds the queue's lock. */
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

    /** Answers the subject's ticket with its tasks; empty when the subject was deleted. */
    Optional<TicketWithTasks> find(Subject subject) {
        return switch (subject) {
            case Subject.OfTicket(var id) -> tickets.tickets().findWithTasks(id);
            case Subject.OfTask(var id) -> tickets.tickets().findWithTasksByTask(id);
        };
    }

    /** Returns the ticket of an item, or of the task of an item. */
    Optional<Id<Ticket>> ticketOf(Id<QueueItem> item) {
        return stores.items().find(item).flatMap(found -> switch (found.subject()) {
            case Subject.OfTicket(var id) -> Optional.of(id);
            case Subject.OfTask(var id) -> tickets.tasks().find(id).map(Task::ticketId);
        });
    }

    TicketWithTasks ticketOf(Subject subject) {
        return find(subject).orElseThrow(() -> switch (subject) {
            case Subject.OfTicket(var id) -> NotFound.of("ticket", id);
            case Subject.OfTask(var id) -> NotFound.of("task", id);
        });
    }

    /** Returns the item of a claim that was found with an access, also of a deleted queue. */
    QueueItem itemOf(Claim claim) {
        return stores.items().require(claim.itemId());
    }

    /** Answers a group's own item. */
    Optional<QueueItem> headOf(Id<QueueItem> group) {
        return stores.items().find(group);
    }

    /** Returns the label of the item's holder. */
    String holderOf(QueueItem item) {
        return claimOf(item).map(Claim::label).orElse("somebody");
    }

    /** Answers the current or last claim of an item. */
    Optional<Claim> claimOf(QueueItem item) {
        return Optional.ofNullable(item.claimId()).flatMap(stores.claims()::find);
    }

    /**
     * Answers how an item ends whose subject needs no more doing, although nobody ended the item with it; null while there
     * is work to do. Such an item is handed out to nobody, and goes back for nobody (Q16).
     */
    static @Nullable QueueItem settled(QueueItem item, @Nullable TicketWithTasks current, Instant now) {
        if (current == null || current.ticket().lifecycle().archived()) {
            return item.cancel(now);
        }
        Task task = taskOf(item.subject(), current);
        if (task != null && task.status().finished()) {
            return task.status() == TaskStatus.COMPLETED ? item.finish(now) : item.cancel(now);
        }
        return switch (current.ticket().status()) {
            case COMPLETED -> item.finish(now);
            case CLOSED -> item.cancel(now);
            case OPEN, IN_PROGRESS, REVIEW, BLOCKED -> null;
        };
    }

    /** Returns the outcome of the claim whose item was {@link #settled}. */
    static ClaimOutcome outcomeOf(QueueItem settled) {
        return settled.status() == ItemStatus.COMPLETED ? ClaimOutcome.FINISHED : ClaimOutcome.CANCELLED;
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

    /** Puts the subject in work: open → in_progress, pending → in_progress. */
    TicketWithTasks start(Act act, Subject subject, TicketWithTasks current) {
        return move(
                act,
                subject,
                current,
                TicketStatus.OPEN,
                TicketStatus.IN_PROGRESS,
                TaskStatus.PENDING,
                TaskStatus.IN_PROGRESS);
    }

    /** Puts the subject back when its work ends unfinished: in_progress → open, in_progress → pending. */
    void putBack(Act act, Subject subject, TicketWithTasks current) {
        move(
                act,
                subject,
                current,
                TicketStatus.IN_PROGRESS,
                TicketStatus.OPEN,
                TaskStatus.IN_PROGRESS,
                TaskStatus.PENDING);
    }

    /** Completes the subject for its holder. Conflict {@code tasks_open}, unless the holder finishes them too (R29). */
    void complete(Act act, Subject subject, TicketWithTasks current, boolean finishTasks) {
        Task task = taskOf(subject, current);
        if (task == null) {
            flow.complete(act, current, finishTasks);
        } else {
            flow.store(act, current, task, task.moveTo(TaskStatus.COMPLETED, act.now()));
        }
    }

    /** Cancels live items of one project and puts the subjects of those that were held back (Q6, Q12). */
    void cancelAll(Act act, Id<Project> project, List<QueueItem> live) {
        ending.end(act, project, live, item -> item.cancel(act.now()), ClaimOutcome.CANCELLED);
        for (QueueItem item : live) {
            if (item.status() == ItemStatus.CLAIMED) {
                find(item.subject()).ifPresent(current -> putBack(act, item.subject(), current));
            }
        }
    }

    private TicketWithTasks move(
            Act act,
            Subject subject,
            TicketWithTasks current,
            TicketStatus ticketFrom,
            TicketStatus ticketTo,
            TaskStatus taskFrom,
            TaskStatus taskTo) {
        Task task = taskOf(subject, current);
        if (task == null) {
            return new TicketWithTasks(flow.follow(act, current.ticket(), ticketFrom, ticketTo), current.tasks());
        }
        return task.status() == taskFrom ? flow.store(act, current, task, task.moveTo(taskTo, act.now())) : current;
    }
}
