package dev.cairn.persistence.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.LinkKind;
import dev.cairn.domain.ticket.LinkedTicket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketStatus;
import io.micronaut.core.annotation.Introspected;

/** A link with what both of its tickets are. */
@Introspected
record LinkedRow(
        LinkKind kind,
        long fromId,
        String fromKey,
        TicketStatus fromStatus,
        long toId,
        String toKey,
        TicketStatus toStatus) {
    LinkedTicket toDomain() {
        return new LinkedTicket(
                kind,
                new Id<>(fromId),
                TicketKey.parse(fromKey),
                fromStatus,
                new Id<>(toId),
                TicketKey.parse(toKey),
                toStatus);
    }
}
