package dev.cairn.persistence.ticket;

import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Counted;
import dev.cairn.schema.FullText;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tasks}; its dependencies are rows of their own. */
@MappedEntity("tasks")
// Also covers the counts of tasks in lists.
@Index(name = "tasks_order", on = "ticket_id, order_index, id, deleted_at, status")
@Index(name = "tasks_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
@FullText(kind = "task", title = "content", body = "description", beside = "search_beside", through = "ticket_id")
@Counted(
        kind = "'OPEN_TASKS'",
        when = "deleted_at IS NULL AND status IN ('PENDING', 'IN_PROGRESS')",
        through = "ticket_id")
record TaskRow(
        @Id long id,

        @References(value = Ticket.class, onDelete = OnDelete.CASCADE)
        long ticketId,

        @Length(min = 1, max = TaskContent.CONTENT_MAX) String content,

        @Length(min = 1, max = TaskContent.DESCRIPTION_MAX) @Nullable
        String description,

        TaskStatus status,
        @Range(min = 0) int orderIndex,

        @Range(min = 0, max = TicketContent.MINUTES_MAX) @Nullable
        Integer estimatedMinutes,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long assigneeId,

        @Json String labels,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId,
        @Nullable String searchBeside) {}
