package dev.cairn.application.ticket;

import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket in the ready list (Q15); {@code reasons} says why it is not ready. */
public record ReadyTicket(TicketSummary ticket, boolean ready, List<Reason> reasons) {

    /**
     * The reason why a ticket is not ready.
     *
     * @param ticket the ticket to wait for, with {@code BLOCKED_BY} and {@code OPEN_CHILD}
     * @param via the ancestor that the blocker blocks, when it is not the ticket itself (Q20)
     */
    public record Reason(
            Code code, @Nullable TicketKey ticket, @Nullable TicketKey via) {}

    /** The kind of a reason. */
    public enum Code {
        /** The ticket waits for an unfinished ticket. */
        BLOCKED_BY,
        /** The ticket waits for its unfinished children, of which one is named. */
        OPEN_CHILD,
        /** The ticket is held by a claim. */
        CLAIMED,
        /** The ticket's status is not open. */
        STATUS
    }

    public ReadyTicket {
        reasons = List.copyOf(reasons);
    }
}
