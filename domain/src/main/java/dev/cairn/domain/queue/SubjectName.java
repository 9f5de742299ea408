package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import org.jspecify.annotations.Nullable;

/**
 * The current key and titles of an item's subject.
 *
 * @param ticketId the ticket that is the subject, or whose task is
 * @param taskContent null when the subject is the ticket itself
 */
public record SubjectName(
        Id<Ticket> ticketId,
        TicketKey ticketKey,
        String ticketTitle,
        @Nullable String taskContent) {
    /** @param task null when the ticket is the subject */
    public static SubjectName of(Ticket ticket, @Nullable Task task) {
        return new SubjectName(
                ticket.id(),
                ticket.key(),
                ticket.content().title(),
                task == null ? null : task.content().content());
    }
}
