package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.persistence.kernel.RootRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tickets}; lists are JSON text, the priority is its rank. */
@MappedEntity("tickets")
record TicketRow(
        @Id long id,
        long projectId,
        int number,
        String key,
        TicketType type,
        String title,
        String overview,
        TicketStatus status,
        int priority,
        @Nullable Long assigneeId,
        @Nullable Long parentId,
        String labels,
        String acceptanceCriteria,
        String suggestedFileIds,
        String suggestedAgentIds,
        String suggestedPromptIds,
        @Nullable Integer estimatedMinutes,
        @Nullable Instant dueAt,
        long position,
        String metadata,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
