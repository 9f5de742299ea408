package dev.cairn.persistence.project;

import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts over all that belongs to a project, by one query: SQLite keeps them by triggers, PostgreSQL counts in a view. */
@Singleton
final class OverviewStore implements OverviewRepository {
    private static final String OVERVIEW = """
            SELECT c.kind, c.n, (SELECT a.at FROM activity a WHERE a.project_id = p.id ORDER BY a.seq DESC LIMIT 1)
                       AS last_activity
              FROM projects p LEFT JOIN project_counts c ON c.project_id = p.id WHERE p.id = ?
            """;
    private static final String OPEN_TASKS = "OPEN_TASKS";
    private static final String QUEUE_DEPTH = "QUEUE_DEPTH";

    /** One count of a project that has any. */
    private record Count(
            @Nullable String kind, long count, @Nullable Instant lastActivity) {
        static Count read(Cells row) {
            return new Count(row.optionalText("kind"), row.integer("n"), row.optionalInstant("last_activity"));
        }
    }

    private final Sql sql;

    OverviewStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ProjectOverview overview(Project project) {
        Map<TicketStatus, Long> tickets = new EnumMap<>(TicketStatus.class);
        for (TicketStatus status : TicketStatus.values()) {
            tickets.put(status, 0L);
        }
        long openTasks = 0;
        long queueDepth = 0;
        Instant lastActivity = null;
        for (Count count : sql.query(OVERVIEW, Count::read, project.id())) {
            lastActivity = count.lastActivity();
            switch (count.kind()) {
                case null -> {}
                case OPEN_TASKS -> openTasks = count.count();
                case QUEUE_DEPTH -> queueDepth = count.count();
                default -> tickets.put(TicketStatus.valueOf(count.kind()), count.count());
            }
        }
        return new ProjectOverview(project.id(), project.key(), tickets, openTasks, queueDepth, lastActivity);
    }
}
