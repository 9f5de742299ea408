package dev.cairn.domain.ticket;

import java.util.EnumSet;
import java.util.Set;

/** The workflow axis of a ticket (R27). */
public enum TicketStatus {
    OPEN,
    IN_PROGRESS,
    REVIEW,
    BLOCKED,
    COMPLETED,
    CLOSED;

    /** Returns the statuses to which the workflow may move next. */
    public Set<TicketStatus> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(IN_PROGRESS, BLOCKED, CLOSED);
            case IN_PROGRESS -> EnumSet.of(REVIEW, BLOCKED, COMPLETED, OPEN, CLOSED);
            case REVIEW -> EnumSet.of(IN_PROGRESS, COMPLETED, CLOSED);
            case BLOCKED -> EnumSet.of(OPEN, IN_PROGRESS, CLOSED);
            case COMPLETED -> EnumSet.of(OPEN, CLOSED);
            case CLOSED -> EnumSet.of(OPEN);
        };
    }

    /** Whether the ticket is finished, so that it blocks nothing and nobody works on it. */
    public boolean finished() {
        return this == COMPLETED || this == CLOSED;
    }
}
