package dev.cairn.application.ticket;

import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a client creates or edits it.
 *
 * @param parentId by id or by key; it is found with the ticket, and stands for what the content has there
 */
@RecordBuilder
public record TicketDraft(TicketContent content, @Nullable TicketRef parentId) implements TicketDraftBuilder.With {
    public static TicketDraft of(TicketContent content) {
        return new TicketDraft(content, content.parentId() == null ? null : TicketRef.of(content.parentId()));
    }

    public static TicketDraft titled(String title) {
        return of(TicketContent.titled(title));
    }
}
