package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue at a glance (Q13).
 *
 * @param counts items by derived state, zeros included
 * @param holders the live claims, by the end of their lease
 * @param oldestReadyAgeMillis how long the oldest claimable item has waited, null without one
 * @param meanWaitMillis from enqueued to first claimed, over finished items; null without one
 * @param feedable ready tickets that would enter a queue which feeds itself, at most {@value #FEEDABLE_MAX} are counted; null
 *     when it does not (Q22)
 * @param meanWorkMillis of claims that completed; null without one
 */
public record QueueStats(
        Map<ItemState, Long> counts,
        List<Holder> holders,
        @Nullable Long oldestReadyAgeMillis,
        @Nullable Long meanWaitMillis,
        @Nullable Long meanWorkMillis,
        @Nullable Integer feedable) {
    public static final int FEEDABLE_MAX = 1_000;

    /** A claim that is held now. */
    public record Holder(
            Id<Claim> claimId,
            Id<QueueItem> itemId,
            @Nullable Id<User> userId,
            String label,
            Subject subject,
            Instant claimedAt,
            Instant leaseUntil) {}

    public QueueStats withFeedable(int tickets) {
        return new QueueStats(counts, holders, oldestReadyAgeMillis, meanWaitMillis, meanWorkMillis, tickets);
    }

    public QueueStats {
        counts = Map.copyOf(counts);
        holders = List.copyOf(holders);
    }
}
