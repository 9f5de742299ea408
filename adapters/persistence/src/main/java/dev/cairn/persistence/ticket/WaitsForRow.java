package dev.cairn.persistence.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.WaitsFor;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** What a ticket waits for, as {@link Readiness#EACH} finds it. */
@Introspected
record WaitsForRow(
        long ticketId,
        WaitsFor.Kind kind,
        long otherId,
        String otherKey,
        @Nullable String via) {
    WaitsFor toDomain() {
        return new WaitsFor(
                new Id<>(ticketId),
                kind,
                new Id<>(otherId),
                TicketKey.parse(otherKey),
                null,
                via == null ? null : TicketKey.parse(via));
    }
}
