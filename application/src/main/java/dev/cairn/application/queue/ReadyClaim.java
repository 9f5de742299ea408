package dev.cairn.application.queue;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.TicketRef;
import org.jspecify.annotations.Nullable;

/**
 * The request to claim a ready ticket of a project: the next one that the filter accepts, or a certain one (Q22).
 *
 * @param ticket the one that is wanted; goes without a filter
 */
public record ReadyClaim(ClaimRequest request, @Nullable TicketRef ticket, WorkFilter filter) {
    /** The request for the next ready ticket, without a filter. */
    public static final ReadyClaim NEXT = new ReadyClaim(ClaimRequest.DEFAULT, null, WorkFilter.ANY);

    public ReadyClaim {
        if (ticket != null && !filter.any()) {
            throw Invalid.of(ErrorCode.INVALID, "ticket", "A named ticket goes without labels, types and minPriority");
        }
    }

    public static ReadyClaim next(WorkFilter filter) {
        return new ReadyClaim(ClaimRequest.DEFAULT, null, filter);
    }

    public static ReadyClaim of(TicketRef ticket) {
        return new ReadyClaim(ClaimRequest.DEFAULT, ticket, WorkFilter.ANY);
    }
}
