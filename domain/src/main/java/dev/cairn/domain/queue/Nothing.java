package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.WaitsFor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An empty answer to a claim (Q3), with what is needed to act on it (Q25).
 *
 * @param runAt the earliest time something becomes claimable, with {@code SCHEDULED}
 * @param blockedItemId one example, with {@code ALL_BLOCKED}
 * @param blockedTicketId the same, when the example is a ticket that is on no queue (Q22)
 * @param blockers the unfinished things for which the example waits
 * @param limit the queue's {@code maxParallel}, with {@code AT_LIMIT}
 * @param holders the holders of the queue's places, at most {@value #HOLDERS_MAX}
 * @param rest the items of the queue that cannot be handed out, with {@code EMPTY}
 */
public record Nothing(
        NothingReason reason,
        @Nullable Instant runAt,
        @Nullable Id<QueueItem> blockedItemId,
        @Nullable Id<Ticket> blockedTicketId,
        List<WaitsFor> blockers,
        @Nullable Integer limit,
        List<QueueStats.Holder> holders,
        @Nullable Rest rest) {
    public static final int HOLDERS_MAX = 100;

    /** Counts what an empty queue still has: failed items, items of later, and items whose lease is over. */
    public record Rest(long failed, long scheduled, long stalled) {}

    public Nothing {
        blockers = List.copyOf(blockers);
        holders = List.copyOf(holders);
    }

    public Nothing(NothingReason reason, @Nullable Instant runAt, @Nullable Id<QueueItem> blockedItemId) {
        this(reason, runAt, blockedItemId, null, List.of(), null, List.of(), null);
    }

    public static Nothing empty(Rest rest) {
        return new Nothing(NothingReason.EMPTY, null, null, null, List.of(), null, List.of(), rest);
    }

    /** Makes the answer for a project whose tickets all wait for others, with one of them as an example. */
    public static Nothing waiting(Id<Ticket> example, List<WaitsFor> what) {
        return new Nothing(NothingReason.ALL_BLOCKED, null, null, example, what, null, List.of(), null);
    }

    public Nothing heldBy(int places, List<QueueStats.Holder> who) {
        return new Nothing(reason, runAt, blockedItemId, blockedTicketId, blockers, places, who, rest);
    }

    public Nothing blockedBy(List<WaitsFor> what) {
        return new Nothing(reason, runAt, blockedItemId, blockedTicketId, what, limit, holders, rest);
    }
}
