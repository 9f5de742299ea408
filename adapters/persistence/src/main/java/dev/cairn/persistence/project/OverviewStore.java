package dev.cairn.persistence.project;

import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts over all that belongs to a project, by one query. */
@Singleton
final class OverviewStore implements OverviewRepository {
    private static final String OVERVIEW = """
            SELECT t.open, t.in_progress, t.review, t.blocked, t.completed, t.closed,
                   (SELECT count(*) FROM tasks k JOIN tickets o ON o.id = k.ticket_id
                     WHERE o.project_id = ? AND o.deleted_at IS NULL AND k.deleted_at IS NULL
                       AND k.status NOT IN ('COMPLETED', 'CANCELLED')) AS open_tasks,
                   (SELECT count(*) FROM queue_items i JOIN queues q ON q.id = i.queue_id
                     WHERE q.project_id = ? AND q.deleted_at IS NULL AND i.status IN ('READY', 'CLAIMED'))
                       AS queue_depth,
                   (SELECT a.at FROM activity a WHERE a.project_id = ? ORDER BY a.seq DESC LIMIT 1) AS last_activity
              FROM (SELECT count(CASE WHEN status = 'OPEN' THEN 1 END) AS open,
                           count(CASE WHEN status = 'IN_PROGRESS' THEN 1 END) AS in_progress,
                           count(CASE WHEN status = 'REVIEW' THEN 1 END) AS review,
                           count(CASE WHEN status = 'BLOCKED' THEN 1 END) AS blocked,
                           count(CASE WHEN status = 'COMPLETED' THEN 1 END) AS completed,
                           count(CASE WHEN status = 'CLOSED' THEN 1 END) AS closed
                      FROM tickets WHERE project_id = ? AND deleted_at IS NULL) t
            """;

    private final Sql sql;

    OverviewStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ProjectOverview overview(Project project) {
        return sql.one(OVERVIEW, row -> read(project, row), project.id(), project.id(), project.id(), project.id());
    }

    private static ProjectOverview read(Project project, Cells row) {
        Map<TicketStatus, Long> tickets = new EnumMap<>(TicketStatus.class);
        for (TicketStatus status : TicketStatus.values()) {
            tickets.put(status, row.integer(status.name().toLowerCase(Locale.ROOT)));
        }
        return new ProjectOverview(
                project.id(),
                project.key(),
                tickets,
                row.integer("open_tasks"),
                row.integer("queue_depth"),
                row.optionalInstant("last_activity"));
    }
}
