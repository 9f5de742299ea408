package dev.cairn.persistence.queue;

import dev.cairn.persistence.ticket.Readiness;

/** The conditions of Q2, written once and used by the claim, by its explanation and by derived states. */
final class ItemSql {
    /** Whether the subject of {@code i} waits for something. */
    static final String BLOCKED = """
            (EXISTS (SELECT 1 FROM tickets t
                      WHERE t.id = COALESCE(i.ticket_id, (SELECT k.ticket_id FROM tasks k WHERE k.id = i.task_id))
                        AND (t.status = 'BLOCKED' OR %s))
              OR EXISTS (SELECT 1 FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
                          WHERE d.task_id = i.task_id
                            AND o.status NOT IN ('COMPLETED', 'CANCELLED') AND o.deleted_at IS NULL))""".formatted(Readiness.WAITS);
    /** Whether {@code i} stands for its group and is never handed out itself (Q10). */
    static final String HEAD = "EXISTS (SELECT 1 FROM queue_items g WHERE g.group_id = i.id)";
    /** The derived state of {@code i}; its marks are the present, twice. */
    static final String STATE = """
            CASE WHEN i.status = 'CLAIMED' AND i.lease_until <= ? THEN 'STALLED'
                 WHEN i.status <> 'READY' THEN i.status
                 WHEN i.run_at > ? THEN 'SCHEDULED'
                 WHEN %s OR %s THEN 'BLOCKED'
                 ELSE 'READY' END""".formatted(HEAD, BLOCKED);

    /**
     * The next item in claim order, walked along its index; marks: queue, now, now, now. The lease is hidden from the
     * planner, which with statistics would count along the leases of all queues instead of along this one.
     */
    static final String NEXT = next("");

    /** Extends {@link #NEXT} by more conditions on {@code i}; their marks come last. */
    static String next(String more) {
        return """
            SELECT i.id FROM queue_items i
             WHERE i.queue_id = ? AND i.status IN ('READY', 'CLAIMED') AND i.run_at <= ?
               AND (i.status = 'READY' OR (i.lease_until <= ?
                    AND i.stalls + 1 < (SELECT s.max_stalls FROM queues s WHERE s.id = i.queue_id)))
               AND EXISTS (SELECT 1 FROM queues q JOIN projects p ON p.id = q.project_id
                            WHERE q.id = i.queue_id AND q.active AND q.deleted_at IS NULL
                              AND p.archived_at IS NULL AND p.deleted_at IS NULL
                              AND (SELECT count(*) FROM queue_items c
                                    WHERE c.queue_id = q.id AND c.status = 'CLAIMED' AND coalesce(c.lease_until, c.run_at) > ?)
                                  < q.max_parallel)
               AND NOT %s AND NOT %s%s
             ORDER BY i.priority DESC, i.position, i.enqueued_at, i.id LIMIT 1""".formatted(HEAD, BLOCKED, more);
    }

    private ItemSql() {}
}
