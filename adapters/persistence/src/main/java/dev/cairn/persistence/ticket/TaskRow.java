package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.TaskStatus;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tasks}; what a task depends on is in rows of its own. */
@MappedEntity("tasks")
record TaskRow(
        @Id long id,
        long ticketId,
        String content,
        @Nullable String description,
        TaskStatus status,
        int orderIndex,
        @Nullable Integer estimatedMinutes,
        @Nullable Long assigneeId,
        String labels,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId) {}
