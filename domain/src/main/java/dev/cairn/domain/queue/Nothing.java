package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An empty answer to a claim (Q3).
 *
 * @param runAt the earliest time something becomes claimable, with {@code SCHEDULED}
 * @param blockedItemId one example, with {@code ALL_BLOCKED}
 */
public record Nothing(
        NothingReason reason,
        @Nullable Instant runAt,
        @Nullable Id<QueueItem> blockedItemId) {}
