package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the view {@code ticket_summaries}. */
@MappedEntity("ticket_summaries")
record SummaryRow(
        @Id long id,
        long projectId,
        String key,
        TicketType type,
        String title,
        TicketStatus status,
        int priority,
        @Nullable Long assigneeId,
        @Nullable Long parentId,
        String labels,
        @Nullable Integer estimatedMinutes,
        @Nullable Instant dueAt,
        long position,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant updatedAt,
        long version,
        int taskCount,
        int openTaskCount,
        int blockerCount,
        boolean claimed) {}
