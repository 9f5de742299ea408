package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.ItemStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code queue_items}; the subject is one of two foreign keys. */
@MappedEntity("queue_items")
record ItemRow(
        @Id long id,
        long queueId,
        @Nullable Long ticketId,
        @Nullable Long taskId,
        @Nullable Long groupId,
        ItemStatus status,
        int priority,
        long position,
        Instant enqueuedAt,
        Instant runAt,
        int attempts,
        int stalls,
        long fencingToken,
        @Nullable Long claimId,
        @Nullable Instant leaseUntil,
        @Nullable Instant finishedAt,
        @Nullable String result,
        @Nullable String lastError,
        @Nullable String note) {}
