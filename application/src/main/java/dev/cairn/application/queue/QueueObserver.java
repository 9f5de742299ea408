package dev.cairn.application.queue;

import dev.cairn.application.ticket.Held;
import dev.cairn.application.ticket.SubjectObserver;
import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends the items of work that a person finished or withdrew (Q6, last rows), and updates them with their ticket (Q23). */
public final class QueueObserver implements SubjectObserver {
    private final QueueStores stores;
    private final ItemEnding ending;

    public QueueObserver(QueueStores stores) {
        this.stores = stores;
        this.ending = new ItemEnding(stores);
    }

    @Override
    public Held ticketFinished(Act act, Ticket ticket) {
        return endTicket(act, ticket, ticket.status() == TicketStatus.COMPLETED);
    }

    @Override
    public Held ticketWithdrawn(Act act, Ticket ticket) {
        return endTicket(act, ticket, false);
    }

    @Override
    public void ticketEdited(Act act, Ticket before, Ticket after) {
        if (before.content().priority() != after.content().priority()
                || before.content().position() != after.content().position()) {
            stores.locks().queuesOfTicket(after.id());
            stores.items()
                    .follow(
                            after.id(),
                            after.content().priority(),
                            after.content().position());
        }
    }

    @Override
    public void taskFinished(Act act, Id<Project> project, Task task) {
        var _ = endTask(act, project, task, true);
    }

    @Override
    public boolean taskWithdrawn(Act act, Id<Project> project, Task task) {
        return endTask(act, project, task, false).tasks().contains(task.id());
    }

    private Held endTicket(Act act, Ticket ticket, boolean finished) {
        stores.locks().queuesOfTicket(ticket.id());
        return end(act, ticket.projectId(), stores.items().findLiveByTicket(ticket.id()), finished);
    }

    private Held endTask(Act act, Id<Project> project, Task task, boolean finished) {
        stores.locks().queuesOfTicket(task.ticketId());
        return end(act, project, stores.items().findLive(List.of(new Subject.OfTask(task.id()))), finished);
    }

    private Held end(Act act, Id<Project> project, List<QueueItem> live, boolean finished) {
        ending.end(
                act,
                project,
                live,
                item -> finished ? item.finish(act.now()) : item.cancel(act.now()),
                finished ? ClaimOutcome.FINISHED : ClaimOutcome.CANCELLED);
        return held(live);
    }

    private static Held held(List<QueueItem> live) {
        boolean ticket = false;
        Set<Id<Task>> tasks = new HashSet<>();
        for (QueueItem item : live) {
            if (item.status() == ItemStatus.CLAIMED) {
                switch (item.subject()) {
                    case Subject.OfTicket _ -> ticket = true;
                    case Subject.OfTask(var id) -> tasks.add(id);
                }
            }
        }
        return new Held(ticket, tasks);
    }
}
