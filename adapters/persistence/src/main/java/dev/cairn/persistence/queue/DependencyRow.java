package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.WaitsFor;
import io.micronaut.core.annotation.Introspected;

/** An unfinished task that another one depends on, and their ticket. */
@Introspected
record DependencyRow(long ticketId, long taskId, String key) {
    WaitsFor toDomain() {
        return new WaitsFor(
                new Id<>(ticketId),
                WaitsFor.Kind.TASK,
                new Id<>(ticketId),
                TicketKey.parse(key),
                new Id<>(taskId),
                null);
    }
}
