package dev.cairn.application.queue;

import dev.cairn.application.ticket.SubjectObserver;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.List;

/** Ends the items of work that a person finished or took away (Q6, last rows). */
public final class QueueObserver implements SubjectObserver {
    private final QueueStores stores;
    private final ItemEnding ending;

    public QueueObserver(QueueStores stores) {
        this.stores = stores;
        this.ending = new ItemEnding(stores);
    }

    @Override
    public void ticketFinished(Changes changes, Ticket ticket) {
        boolean completed = ticket.status() == TicketStatus.COMPLETED;
        stores.locks().queuesOfTicket(ticket.id());
        stores.items().findLiveByTicket(ticket.id()).forEach(item -> end(changes, ticket.projectId(), item, completed));
    }

    @Override
    public void ticketWithdrawn(Changes changes, Ticket ticket) {
        stores.locks().queuesOfTicket(ticket.id());
        stores.items().findLiveByTicket(ticket.id()).forEach(item -> end(changes, ticket.projectId(), item, false));
    }

    @Override
    public void taskFinished(Changes changes, Id<Project> project, Task task) {
        endTask(changes, project, task, true);
    }

    @Override
    public void taskWithdrawn(Changes changes, Id<Project> project, Task task) {
        endTask(changes, project, task, false);
    }

    private void endTask(Changes changes, Id<Project> project, Task task, boolean finished) {
        stores.locks().queuesOfTicket(task.ticketId());
        stores.items()
                .findLive(List.of(new Subject.OfTask(task.id())))
                .forEach(item -> end(changes, project, item, finished));
    }

    private void end(Changes changes, Id<Project> project, QueueItem item, boolean finished) {
        QueueItem ended = finished ? item.finish(changes.now()) : item.cancel(changes.now());
        ending.end(changes, project, item, ended, finished ? ClaimOutcome.FINISHED : ClaimOutcome.CANCELLED);
    }
}
