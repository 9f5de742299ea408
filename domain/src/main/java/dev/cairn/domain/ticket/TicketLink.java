package dev.cairn.domain.ticket;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;

/** A directed link between two tickets. */
public record TicketLink(Id<Ticket> fromId, Id<Ticket> toId, LinkKind kind) {
    public TicketLink {
        if (fromId.equals(toId)) {
            throw new Conflict(ErrorCode.LINK_CYCLE, "A ticket cannot be linked to itself");
        }
    }

    /** Answers the link the other way round. */
    public TicketLink reversed() {
        return new TicketLink(/* fromId= */ toId, /* toId= */ fromId, kind);
    }
}
