package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.QueueStats;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claim whose lease runs, and the item that it holds. */
@Introspected
record HolderRow(
        long claimId,
        long itemId,
        @Nullable Long userId,
        String label,
        @Nullable Long ticketId,
        @Nullable Long taskId,
        @TypeDef(type = DataType.TIMESTAMP) Instant claimedAt,
        Instant leaseUntil) {
    QueueStats.Holder toDomain() {
        return new QueueStats.Holder(
                new Id<>(claimId),
                new Id<>(itemId),
                userId == null ? null : new Id<>(userId),
                label,
                ItemMapper.subject(ticketId, taskId),
                claimedAt,
                leaseUntil);
    }
}
