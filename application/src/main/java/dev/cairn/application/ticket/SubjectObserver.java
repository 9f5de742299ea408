package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;

/** Receives, in the same transaction, changes of tickets and tasks that end or change their queue items (Q6). */
public interface SubjectObserver {
    /** Called when the ticket was completed or closed; answers the work that was held. */
    Held ticketFinished(Act act, Ticket ticket);

    /** Called before the ticket is deleted or archived; answers the work that was held. */
    Held ticketWithdrawn(Act act, Ticket ticket);

    /** Called when the ticket was edited, so that its queue items follow its priority and place (Q23). */
    void ticketEdited(Act act, Ticket before, Ticket after);

    /** Called when the task was completed. */
    void taskFinished(Act act, Id<Project> project, Task task);

    /** Called when the task was cancelled, or before it is deleted; answers whether it was held. */
    boolean taskWithdrawn(Act act, Id<Project> project, Task task);
}
