package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;

/** Is told, in the same transaction, when work that may be queued needs no more doing (Q6). */
public interface SubjectObserver {
    /** The ticket was completed or closed; answers what of it was held. */
    Held ticketFinished(Act act, Ticket ticket);

    /** The ticket is about to be deleted or archived; answers what of it was held. */
    Held ticketWithdrawn(Act act, Ticket ticket);

    /** The ticket was edited: what is queued follows its priority and place (Q23). */
    void ticketEdited(Act act, Ticket before, Ticket after);

    /** The task was completed. */
    void taskFinished(Act act, Id<Project> project, Task task);

    /** The task was cancelled, or is about to be deleted; answers whether it was held. */
    boolean taskWithdrawn(Act act, Id<Project> project, Task task);
}
