package dev.cairn.application.ticket;

import dev.cairn.application.work.Changes;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;

/** Is told, in the same transaction, when work that may be queued needs no more doing (Q6). */
public interface SubjectObserver {
    /** The ticket was completed or closed. */
    void ticketFinished(Changes changes, Ticket ticket);

    /** The ticket was deleted or archived. */
    void ticketWithdrawn(Changes changes, Ticket ticket);

    /** The task was completed. */
    void taskFinished(Changes changes, Id<Project> project, Task task);

    /** The task was cancelled or deleted. */
    void taskWithdrawn(Changes changes, Id<Project> project, Task task);
}
