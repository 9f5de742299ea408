package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Id;
import org.jspecify.annotations.Nullable;

/**
 * An unfinished thing for which a ticket or one of its tasks waits (R30, Q20).
 *
 * @param ticketId the ticket that waits
 * @param kind why it waits
 * @param otherId the ticket that has to be finished first, or with {@code TASK} the ticket of that task
 * @param taskId the task that it waits for, with {@code TASK}
 * @param via the ancestor that the blocker blocks, when it is not the ticket itself
 */
public record WaitsFor(
        Id<Ticket> ticketId,
        Kind kind,
        Id<Ticket> otherId,
        TicketKey otherKey,
        @Nullable Id<Task> taskId,
        @Nullable TicketKey via) {

    /** The kind of a dependency. */
    public enum Kind {
        /** Another ticket blocks the ticket or one of its ancestors. */
        BLOCKED_BY,
        /** The ticket is a parent with an unfinished child. */
        OPEN_CHILD,
        /** The task depends on an unfinished task. */
        TASK
    }
}
