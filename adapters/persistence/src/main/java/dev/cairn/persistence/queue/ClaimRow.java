package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code queue_claims}. */
@MappedEntity("queue_claims")
record ClaimRow(
        @Id long id,
        long itemId,
        long fencingToken,
        @Nullable Long userId,
        String label,
        int leaseSeconds,
        Instant claimedAt,
        Instant heartbeatAt,
        @Nullable Integer progressPercent,
        @Nullable String progressText,
        @Nullable Instant endedAt,
        @Nullable ClaimOutcome outcome,
        @Nullable String note,
        @Nullable String error,
        @Nullable ItemStatus itemStatus,
        @Nullable Instant retryAt) {}
