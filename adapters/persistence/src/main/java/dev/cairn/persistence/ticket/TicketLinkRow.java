package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketLink;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code ticket_links}. */
@MappedEntity("ticket_links")
@Check("from_id <> to_id")
@Index(name = "ticket_links_reverse", on = "to_id, kind, from_id")
record TicketLinkRow(
        @Id @References(value = Ticket.class, onDelete = OnDelete.CASCADE)
        long fromId,

        @Id @References(value = Ticket.class, onDelete = OnDelete.CASCADE)
        long toId,

        @Id LinkKind kind) {
    static TicketLinkRow of(TicketLink link) {
        return new TicketLinkRow(link.fromId().value(), link.toId().value(), link.kind());
    }

    TicketLink toDomain() {
        return new TicketLink(new dev.cairn.domain.kernel.Id<>(fromId), new dev.cairn.domain.kernel.Id<>(toId), kind);
    }
}
