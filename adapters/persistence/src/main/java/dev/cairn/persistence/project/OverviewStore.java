package dev.cairn.persistence.project;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.ticket.TicketStatus;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.kernel.Membership;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts over all that belongs to projects, by one query: SQLite keeps them by triggers, PostgreSQL counts in a view. */
@Singleton
@Measured("top 10 projects by tickets and last activity")
record OverviewStore(Sql sql) implements OverviewRepository {
    private static final String SELECT = """
            SELECT p.id, p.key, p.name, c.kind, c.n,
                   (SELECT a.at FROM activity a WHERE a.project_id = p.id ORDER BY a.seq DESC LIMIT 1) AS last_activity
              FROM\s""";
    private static final String OF_ONE =
            SELECT + "projects p LEFT JOIN project_counts c ON c.project_id = p.id WHERE p.id = ?";
    private static final String OF_BUSIEST = SELECT + """
            (SELECT q.id, q.key, q.name,
                    (SELECT coalesce(sum(s.n), 0) FROM project_counts s
                      WHERE s.project_id = q.id AND s.kind NOT IN ('OPEN_TASKS', 'QUEUE_DEPTH')) AS tickets
               FROM project_members m JOIN projects q ON q.id = m.project_id
              WHERE %s AND q.deleted_at IS NULL AND q.archived_at IS NULL
              ORDER BY tickets DESC, q.id LIMIT ?) p
              LEFT JOIN project_counts c ON c.project_id = p.id
             ORDER BY p.tickets DESC, p.id
            """.formatted(Membership.OF_CALLER);
    private static final String OPEN_TASKS = "OPEN_TASKS";
    private static final String QUEUE_DEPTH = "QUEUE_DEPTH";

    /** One count of a project; {@code kind} is null for a project that has none. */
    private record Count(
            Id<Project> project,
            String key,
            String name,
            @Nullable String kind,
            long count,
            @Nullable Instant lastActivity) {
        static Count read(Cells row) {
            return new Count(
                    row.id("id"),
                    row.text("key"),
                    row.text("name"),
                    row.optionalText("kind"),
                    row.integer("n"),
                    row.optionalInstant("last_activity"));
        }
    }

    @Override
    public ProjectOverview overview(Project project) {
        List<Count> counts = sql.query(OF_ONE, Count::read, project.id());
        return Errors.reading(() -> overview(counts));
    }

    @Override
    public List<ProjectOverview> busiest(Access access, int limit) {
        Map<Id<Project>, List<Count>> projects = new LinkedHashMap<>();
        for (Count count : sql.query(OF_BUSIEST, Count::read, access.userId(), access.projectId(), limit)) {
            projects.computeIfAbsent(count.project(), _ -> new ArrayList<>()).add(count);
        }
        return Errors.reading(
                () -> projects.values().stream().map(OverviewStore::overview).toList());
    }

    private static ProjectOverview overview(List<Count> counts) {
        Map<TicketStatus, Long> tickets = new EnumMap<>(TicketStatus.class);
        for (TicketStatus status : TicketStatus.values()) {
            tickets.put(status, 0L);
        }
        long openTasks = 0;
        long queueDepth = 0;
        for (Count count : counts) {
            switch (count.kind()) {
                case null -> {}
                case OPEN_TASKS -> openTasks = count.count();
                case QUEUE_DEPTH -> queueDepth = count.count();
                default -> tickets.put(TicketStatus.valueOf(count.kind()), count.count());
            }
        }
        Count first = counts.getFirst();
        return new ProjectOverview(
                first.project(),
                new ProjectKey(first.key()),
                first.name(),
                tickets,
                openTasks,
                queueDepth,
                first.lastActivity());
    }
}
