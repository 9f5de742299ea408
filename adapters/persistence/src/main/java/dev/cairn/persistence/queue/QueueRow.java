package dev.cairn.persistence.queue;

import dev.cairn.persistence.kernel.RootRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code queues}. */
@MappedEntity("queues")
record QueueRow(
        @Id long id,
        long projectId,
        String name,
        String nameKey,
        @Nullable String description,
        int maxParallel,
        int leaseSeconds,
        int maxAttempts,
        int maxStalls,
        boolean active,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
