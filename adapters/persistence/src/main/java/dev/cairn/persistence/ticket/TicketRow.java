package dev.cairn.persistence.ticket;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.persistence.kernel.RootRow;
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
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code tickets}; lists are JSON text, the priority is its rank. */
@MappedEntity("tickets")
@Index(name = "tickets_key", on = "key", unique = true)
@Index(name = "tickets_number", on = "project_id, number", unique = true)
@Index(name = "tickets_updated", on = "project_id, updated_at, id")
@Index(name = "tickets_created", on = "project_id, created_at, id")
@Index(
        name = "tickets_claim_order",
        on = "project_id, priority DESC, position, created_at, id",
        where = "deleted_at IS NULL")
@Index(
        name = "tickets_ready",
        on = "project_id, priority DESC, position, created_at, id",
        where = "status = 'OPEN' AND archived_at IS NULL AND deleted_at IS NULL")
@Index(name = "tickets_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
@FullText(kind = "ticket", title = "title", body = "overview", beside = "search_beside")
@Counted(kind = "status", when = "deleted_at IS NULL")
@Taken(index = "tickets_key", code = ErrorCode.KEY_TAKEN, message = "This key belongs to another ticket")
@Taken(index = "tickets_number", code = ErrorCode.KEY_TAKEN, message = "This number belongs to another ticket")
record TicketRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        @Range(min = 1) int number,
        String key,
        TicketType type,
        @Length(min = 1, max = TicketContent.TITLE_MAX) String title,
        @Length(max = TicketContent.OVERVIEW_MAX) String overview,
        TicketStatus status,
        @Range(min = 0, max = 3) int priority,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long assigneeId,

        @References(value = Ticket.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long parentId,

        @Json String labels,
        @Json String acceptanceCriteria,
        @Json String suggestedFileIds,
        @Json String suggestedAgentIds,
        @Json String suggestedPromptIds,

        @Range(min = 0, max = TicketContent.MINUTES_MAX) @Nullable
        Integer estimatedMinutes,

        @Nullable Instant dueAt,
        @Range(min = 0, max = TicketContent.POSITION_LAST) long position,
        @Json String metadata,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId,
        @Nullable String searchBeside)
        implements RootRow {}
