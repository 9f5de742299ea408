package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Candidate;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.ticket.Readiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the open tickets of a project that are on no queue, walking along their index in the order of claims (Q22). */
@Measured("claim the next item")
record ReadyWork(Sql sql) {
    private static final String OPEN =
            "t.project_id = ? AND t.status = 'OPEN' AND t.archived_at IS NULL AND t.deleted_at IS NULL";
    /**
     * Says that neither the ticket nor a task of it is on a queue, and that its last item was not put aside on a queue that
     * still is there.
     */
    private static final String FREE = """
            NOT EXISTS (SELECT 1 FROM queue_items i WHERE i.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED'))
              AND NOT EXISTS (SELECT 1 FROM tasks k JOIN queue_items i ON i.task_id = k.id
                               WHERE k.ticket_id = t.id AND i.status IN ('READY', 'CLAIMED'))
              AND NOT EXISTS (SELECT 1 FROM queue_items f JOIN queues q ON q.id = f.queue_id
                               WHERE f.ticket_id = t.id AND f.status = 'FAILED' AND q.deleted_at IS NULL
                                 AND f.id = (SELECT max(l.id) FROM queue_items l WHERE l.ticket_id = t.id))""";

    /** Says that the queue hands out and has a place; its marks: queue, now. */
    private static final String ROOM = """
            EXISTS (SELECT 1 FROM queues q JOIN projects p ON p.id = q.project_id
                     WHERE q.id = ? AND q.active AND q.deleted_at IS NULL
                       AND p.archived_at IS NULL AND p.deleted_at IS NULL
                       AND (SELECT count(*) FROM queue_items c
                             WHERE c.queue_id = q.id AND c.status = 'CLAIMED' AND coalesce(c.lease_until, c.run_at) > ?)
                           < q.max_parallel)""";

    /** Selects whether the queue has an item that nobody holds; its marks: queue, now. */
    private static final String QUEUE_WAITS = """
            EXISTS (SELECT 1 FROM queue_items w
                     WHERE w.queue_id = ? AND w.status IN ('READY', 'CLAIMED')
                       AND (w.status = 'READY' OR w.lease_until <= ?)) AS queue_waits""";

    private static final String IN_ORDER = " ORDER BY t.priority DESC, t.position, t.created_at, t.id LIMIT 1";

    Optional<Candidate> next(Id<Project> project, WorkFilter filter, @Nullable Id<Queue> queue, Instant now) {
        Conditions where = ready(project, filter);
        if (queue != null) {
            where.and(ROOM, queue, now);
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(queue);
        values.add(now);
        values.addAll(where.values());
        sql.planOnce();
        return sql.first(
                select(where),
                row -> new Candidate(
                        row.id("id"),
                        Priority.ofRank(Math.toIntExact(row.integer("priority"))),
                        row.integer("position"),
                        row.flag("queue_waits")),
                values.toArray());
    }

    static String select(Conditions where) {
        return "SELECT t.id, t.priority, t.position, " + QUEUE_WAITS + " FROM tickets t" + where.sql() + IN_ORDER;
    }

    Optional<Id<Ticket>> waiting(Id<Project> project, WorkFilter filter) {
        Conditions where = free(project, filter).and(Readiness.WAITS);
        return sql.first(
                "SELECT t.id FROM tickets t" + where.sql() + IN_ORDER,
                row -> row.id("id"),
                where.values().toArray());
    }

    int count(Id<Project> project, WorkFilter filter, int limit) {
        Conditions where = ready(project, filter);
        List<@Nullable Object> values = new ArrayList<>(where.values());
        values.add(limit);
        return Math.toIntExact(sql.one(
                "SELECT count(*) AS n FROM (SELECT t.id FROM tickets t" + where.sql() + " LIMIT ?) found",
                row -> row.integer("n"),
                values.toArray()));
    }

    Conditions ready(Id<Project> project, WorkFilter filter) {
        return free(project, filter).and("NOT " + Readiness.WAITS);
    }

    private Conditions free(Id<Project> project, WorkFilter filter) {
        return Wanted.tickets(new Conditions().and(OPEN, project), "t", filter, sql.engine())
                .and(FREE);
    }
}
