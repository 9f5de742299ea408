package dev.cairn.domain.overview;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.ticket.TicketStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project at a glance (R23).
 *
 * @param tickets live tickets by status, zeros included
 * @param openTasks unfinished tasks of live tickets
 * @param queueDepth items waiting or claimed
 * @param lastActivityAt when anything last happened, null when nothing has
 */
public record ProjectOverview(
        Id<Project> projectId,
        ProjectKey key,
        String name,
        Map<TicketStatus, Long> tickets,
        long openTasks,
        long queueDepth,
        @Nullable Instant lastActivityAt) {
    public ProjectOverview {
        tickets = Collections.unmodifiableMap(new EnumMap<>(tickets));
    }
}
