package dev.cairn.persistence.queue;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.QueueContent;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code queues}. */
@MappedEntity("queues")
@Index(name = "queues_project", on = "project_id, updated_at, id")
@Index(name = "queues_live_name", on = "project_id, name_key", unique = true, where = "deleted_at IS NULL")
@Index(name = "queues_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
@Taken(index = "queues_live_name", code = ErrorCode.NAME_TAKEN, message = "There is a queue of this name already")
record QueueRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Length(min = 1, max = QueueContent.NAME_MAX) String name,
        String nameKey,

        @Length(min = 1, max = QueueContent.DESCRIPTION_MAX) @Nullable
        String description,

        @Range(min = 1, max = QueueContent.PARALLEL_MAX) int maxParallel,

        @Range(min = QueueContent.LEASE_SECONDS_MIN, max = QueueContent.LEASE_SECONDS_MAX)
        int leaseSeconds,

        @Range(min = 1, max = QueueContent.TRIES_MAX) int maxAttempts,
        @Range(min = 1, max = QueueContent.TRIES_MAX) int maxStalls,
        boolean active,
        @Json @Nullable String feeds,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
