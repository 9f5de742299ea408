package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as lists show it: without the long fields, with counts (R33).
 *
 * @param updatedAt also the ticket's last activity: tasks, comments and links move it (R32)
 * @param taskCount live tasks
 * @param openTaskCount live tasks that are not finished
 * @param blockerCount unfinished tickets it waits for
 * @param claimed whether an agent holds it
 * @param claimedBy the holder; null when nobody holds the ticket (Q24)
 */
@RecordBuilder
public record TicketSummary(
        Id<Ticket> id,
        Id<Project> projectId,
        TicketKey key,
        TicketType type,
        String title,
        TicketStatus status,
        Priority priority,
        @Nullable Id<User> assigneeId,
        @Nullable Id<Ticket> parentId,
        List<String> labels,
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
        boolean claimed,
        @Nullable ClaimedBy claimedBy)
        implements TicketSummaryBuilder.With {

    public int number() {
        return key.number();
    }
}
