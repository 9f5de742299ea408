package dev.cairn.application.queue;

import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketWithTasks;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a claim: work, or the reason why there is none. */
public sealed interface ClaimResult {

    /**
     * Everything needed to start (Q4).
     *
     * @param leaseUntil null once the claim is over
     * @param task the subject when it is a task
     * @param comments the newest that were written since the last claim of this item, oldest first
     * @param previous the reports of the last holder
     */
    record Claimed(
            Claim claim,
            @Nullable Instant leaseUntil,
            QueueItem item,
            ItemState state,
            TicketWithTasks ticket,
            @Nullable Task task,
            List<Comment> comments,
            @Nullable Previous previous)
            implements ClaimResult {
        public Claimed {
            comments = List.copyOf(comments);
        }
    }

    /** No work can be claimed now (Q3). */
    record NothingToClaim(Nothing nothing) implements ClaimResult {}

    /** The reports of the last holder. */
    record Previous(
            @Nullable String note,
            @Nullable String error,
            @Nullable Progress progress) {}
}
