package dev.cairn.domain.search;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;

/**
 * One hit.
 *
 * @param id of the ticket, task or comment
 * @param title the ticket's
 * @param snippet the best place, with the words found between {@code <mark>} and {@code </mark>}; the text around
 *     them is escaped for HTML
 * @param score larger is better; comparable within one answer only
 */
public record SearchHit(
        SearchKind kind,
        Id<?> id,
        Id<Project> projectId,
        Id<Ticket> ticketId,
        TicketKey ticketKey,
        String title,
        String snippet,
        double score) {}
