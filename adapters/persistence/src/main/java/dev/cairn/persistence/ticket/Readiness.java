package dev.cairn.persistence.ticket;

/**
 * When a ticket has to wait for others (R30, Q20), written once for lists, claims and reasons. What is completed, closed,
 * archived or deleted holds nothing up.
 *
 * <p>Links alone cannot go in a circle, but links and the tree together can: a parent may block its own child. The rules
 * that follow from the tree give way there, so that nobody waits for what waits for them; what people have linked stays.
 */
public final class Readiness {
    /** From the parent of a ticket upwards, also where people have made a circle of it. */
    private static final String UPWARDS = """
            WITH RECURSIVE up (id) AS (
                SELECT %s.parent_id
                UNION
                SELECT (SELECT p.parent_id FROM tickets p WHERE p.id = up.id) FROM up WHERE up.id IS NOT NULL)
            """;

    /** The unfinished tickets {@code b} that block {@code t} itself. */
    private static final String BLOCKERS = """
            SELECT 1 FROM ticket_links l JOIN tickets b ON b.id = l.from_id
             WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND %s""".formatted(unfinished("b"));

    /** The children {@code b} that come before their parent {@code t}: all that are open and do not wait for it themselves. */
    private static final String CHILDREN =
            "tickets b WHERE b.parent_id = t.id AND " + unfinished("b") + " AND NOT " + reaches("t", "b");

    /** What blocks the ancestor {@code a} from outside blocks {@code t} below it; what is below it too does not. */
    private static final String FROM_OUTSIDE = unfinished("b") + " AND NOT (b.parent_id IS NOT NULL AND "
            + some(UPWARDS.formatted("b") + "SELECT 1 FROM up WHERE up.id = a.id") + ") AND NOT " + reaches("t", "b");

    /** Step by step, so that no planner joins the tables instead: the way up is short, whatever it expects. */
    private static final String INHERITED = UPWARDS.formatted("t") + "SELECT 1 FROM up WHERE "
            + some("SELECT 1 FROM tickets a WHERE a.id = up.id AND " + unfinished("a") + " AND "
                    + some("SELECT 1 FROM ticket_links l WHERE l.to_id = a.id AND l.kind = 'BLOCKS' AND "
                            + some("SELECT 1 FROM tickets b WHERE b.id = l.from_id AND " + FROM_OUTSIDE)));

    /** Whether something blocks {@code t}, or an ancestor of it; the cheap question comes first. */
    static final String BLOCKED = "(" + some(BLOCKERS) + " OR (t.parent_id IS NOT NULL AND " + some(INHERITED) + "))";

    /** Whether {@code t} waits for anything. */
    public static final String WAITS = "(" + some(BLOCKERS) + " OR " + some("SELECT 1 FROM " + CHILDREN)
            + " OR (t.parent_id IS NOT NULL AND " + some(INHERITED) + "))";

    private Readiness() {}

    /** What each of some tickets waits for; of open children one example. Its marks are the tickets, three times. */
    static String each(String ids) {
        return """
                WITH RECURSIVE above (ticket_id, id) AS (
                    SELECT t.id, t.parent_id FROM tickets t WHERE t.id IN %1$s AND t.parent_id IS NOT NULL
                    UNION
                    SELECT above.ticket_id, p.parent_id FROM above JOIN tickets p ON p.id = above.id WHERE p.parent_id IS NOT NULL)
                SELECT t.id AS ticket_id, 'BLOCKED_BY' AS kind, b.id AS other_id, b.key AS other_key, NULL AS via
                  FROM tickets t JOIN ticket_links l ON l.to_id = t.id AND l.kind = 'BLOCKS' JOIN tickets b ON b.id = l.from_id
                 WHERE t.id IN %1$s AND %2$s
                UNION ALL
                SELECT t.id, 'OPEN_CHILD', c.id, c.key, NULL
                  FROM tickets t JOIN tickets c ON c.id = (SELECT b.id FROM %3$s LIMIT 1)
                 WHERE t.id IN %1$s
                UNION ALL
                SELECT t.id, 'BLOCKED_BY', b.id, b.key, a.key
                  FROM above JOIN tickets t ON t.id = above.ticket_id JOIN tickets a ON a.id = above.id
                       JOIN ticket_links l ON l.to_id = a.id AND l.kind = 'BLOCKS' JOIN tickets b ON b.id = l.from_id
                 WHERE %4$s AND %5$s
                """.formatted(ids, unfinished("b"), CHILDREN, unfinished("a"), FROM_OUTSIDE);
    }

    /** Whether somebody may have to wait for it. */
    private static String unfinished(String ticket) {
        return "%1$s.status NOT IN ('COMPLETED', 'CLOSED') AND %1$s.archived_at IS NULL AND %1$s.deleted_at IS NULL"
                .formatted(ticket);
    }

    /** Whether a ticket is waited for by another one: because it blocks that, or is below it, and so on. */
    private static String reaches(String ticket, String other) {
        return some("""
                WITH RECURSIVE later (id) AS (
                    SELECT %1$s.id
                    UNION
                    SELECT CASE s.up WHEN 1 THEN (SELECT p.parent_id FROM tickets p WHERE p.id = later.id AND %3$s) ELSE k.to_id END
                      FROM later CROSS JOIN (SELECT 0 AS up UNION ALL SELECT 1) s
                           LEFT JOIN ticket_links k ON s.up = 0 AND k.from_id = later.id AND k.kind = 'BLOCKS'
                                AND (SELECT 1 FROM tickets p WHERE p.id = later.id AND %3$s) IS NOT NULL)
                SELECT 1 FROM later WHERE later.id = %2$s.id""".formatted(ticket, other, unfinished("p")));
    }

    /** As EXISTS, which PostgreSQL would turn into a join. */
    private static String some(String query) {
        return "(" + query + " LIMIT 1) IS NOT NULL";
    }
}
