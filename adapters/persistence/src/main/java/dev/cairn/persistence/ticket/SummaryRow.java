package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.schema.View;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the view {@code ticket_summaries}. */
@MappedEntity("ticket_summaries")
@View(SummaryRow.QUERY)
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
        boolean claimed) {
    static final String QUERY = """
            SELECT t.id, t.project_id, t.number, t.key, t.type, t.title, t.overview, t.status, t.priority, t.assignee_id,
                   t.parent_id, t.labels, t.acceptance_criteria, t.suggested_file_ids, t.suggested_agent_ids,
                   t.suggested_prompt_ids, t.estimated_minutes, t.due_at, t.position, t.metadata, t.started_at, t.completed_at,
                   t.version, t.created_at, t.updated_at, t.archived_at, t.deleted_at, t.deletion_id, t.search_beside,
                   (SELECT count(*) FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS task_count,
                   (SELECT count(*) FROM tasks k
                     WHERE k.ticket_id = t.id AND k.deleted_at IS NULL AND k.status NOT IN ('COMPLETED', 'CANCELLED'))
                       AS open_task_count,
                   (SELECT count(*) FROM ticket_links l JOIN tickets b ON b.id = l.from_id
                     WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND b.status NOT IN ('COMPLETED', 'CLOSED')
                       AND b.archived_at IS NULL AND b.deleted_at IS NULL) AS blocker_count,
                   EXISTS (SELECT 1 FROM queue_items i
                            WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED') AS claimed
              FROM tickets t""";
}
