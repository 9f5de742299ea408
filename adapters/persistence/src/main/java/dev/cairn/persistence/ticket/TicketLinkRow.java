package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.schema.Check;
import dev.cairn.persistence.schema.Index;
import dev.cairn.persistence.schema.OnDelete;
import dev.cairn.persistence.schema.References;
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

        @Id LinkKind kind) {}
