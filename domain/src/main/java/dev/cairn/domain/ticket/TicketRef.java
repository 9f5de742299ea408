package dev.cairn.domain.ticket;

import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;

/** A caller's reference to a ticket: its id or its key. */
public sealed interface TicketRef {

    record ById(Id<Ticket> id) implements TicketRef {
        @Override
        public String toString() {
            return id.toString();
        }
    }

    record ByKey(TicketKey key) implements TicketRef {
        @Override
        public String toString() {
            return key.toString();
        }
    }

    static TicketRef of(Id<Ticket> id) {
        return new ById(id);
    }

    /** @throws Invalid {@code malformed_id} when it can be neither */
    static TicketRef parse(String text) {
        return Id.isId(text) ? new ById(Id.parse(text)) : new ByKey(TicketKey.parse(text));
    }
}
