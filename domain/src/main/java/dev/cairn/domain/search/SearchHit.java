package dev.cairn.domain.search;

import dev.cairn.domain.conversation.Conversation;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import org.jspecify.annotations.Nullable;

/**
 * A hit of the full-text search.
 *
 * @param id of the ticket, task, comment, message, prompt or file
 * @param projectId null for a message or prompt in no project
 * @param ticketId null for a message, a prompt and a file
 * @param conversationId of a message; null for everything else
 * @param title the ticket's, the conversation's or the prompt's, or the file's path
 * @param snippet the best place, with the words found between {@code <mark>} and {@code </mark>}; the text around
 *     them is escaped for HTML
 * @param score larger is better; comparable within one answer only
 */
public record SearchHit(
        SearchKind kind,
        Id<?> id,
        @Nullable Id<Project> projectId,
        @Nullable Id<Ticket> ticketId,
        @Nullable TicketKey ticketKey,
        @Nullable Id<Conversation> conversationId,
        String title,
        String snippet,
        double score) {
    /** Returns this hit with another score. */
    public SearchHit withScore(double other) {
        return new SearchHit(kind, id, projectId, ticketId, ticketKey, conversationId, title, snippet, other);
    }
}
