package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code queue_claims}. */
@MappedEntity("queue_claims")
@Check("(outcome IS NULL) = (ended_at IS NULL)")
@Index(name = "queue_claims_live", on = "claimed_at, id", where = "ended_at IS NULL")
@Index(name = "queue_claims_token", on = "item_id, fencing_token", unique = true)
record ClaimRow(
        @Id long id,

        @References(value = QueueItem.class, onDelete = OnDelete.CASCADE)
        long itemId,

        long fencingToken,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long userId,

        @Length(min = 1, max = Claim.LABEL_MAX) String label,

        @Range(min = QueueContent.LEASE_SECONDS_MIN, max = QueueContent.LEASE_SECONDS_MAX)
        int leaseSeconds,

        Instant claimedAt,
        Instant heartbeatAt,

        @Range(min = 0, max = Progress.PERCENT_MAX) @Nullable
        Integer progressPercent,

        @Length(min = 1, max = Progress.TEXT_MAX) @Nullable String progressText,
        @Nullable Instant endedAt,
        @Nullable ClaimOutcome outcome,
        @Length(min = 1, max = Claim.NOTE_MAX) @Nullable String note,
        @Length(min = 1, max = Claim.ERROR_MAX) @Nullable String error,
        @Nullable ItemStatus itemStatus,
        @Nullable Instant retryAt) {}
