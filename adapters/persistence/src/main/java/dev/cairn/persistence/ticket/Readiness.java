package dev.cairn.persistence.ticket;

/**
 * When a ticket has to wait for others (R30, Q20), written once for lists, claims and reasons. What is completed, closed,
 * archived or deleted holds nothing up.
 *
 * <p>Links alone cannot go in a circle, but links and the tree together can: a parent may block its own child. The rules
 * that follow from the tree give way there, so that nobody waits for what waits for them; what people have linked stays.
 */
public final class Readiness {
    private static final String UNFINISHED =
            "%1$s.status NOT IN ('COMPLETED', 'CLOSED') AND %1$s.archived_at IS NULL AND %1$s.deleted_at IS NULL";

    /** Whether a ticket waits for another one: because that blocks it, or is below it, and so on. */
    private static final String REACHES = """
            EXISTS (WITH RECURSIVE later (id) AS (
                        SELECT %1$s.id
                        UNION
                        SELECT CASE s.up WHEN 1 THEN p.parent_id ELSE k.to_id END
                          FROM later JOIN tickets p ON p.id = later.id
                               LEFT JOIN ticket_links k ON k.from_id = p.id AND k.kind = 'BLOCKS'
                               CROSS JOIN (SELECT 0 AS up UNION ALL SELECT 1) s
                         WHERE %3$s AND CASE s.up WHEN 1 THEN p.parent_id ELSE k.to_id END IS NOT NULL)
                    SELECT 1 FROM later WHERE later.id = %2$s.id)""";

    /** Whether one ticket is somewhere below another. */
    private static final String BELOW = """
            EXISTS (WITH RECURSIVE above (id) AS (
                        SELECT %1$s.parent_id
                        UNION
                        SELECT p.parent_id FROM above JOIN tickets p ON p.id = above.id)
                    SELECT 1 FROM above WHERE above.id = %2$s.id)""";

    /** The unfinished tickets {@code b} that block {@code t} itself. */
    private static final String BLOCKERS = """
            ticket_links l JOIN tickets b ON b.id = l.from_id
             WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND %s""".formatted(unfinished("b"));

    /** The children {@code b} that come before their parent {@code t}: all that are open and do not wait for it themselves. */
    private static final String CHILDREN =
            "tickets b WHERE b.parent_id = t.id AND " + unfinished("b") + " AND NOT " + reaches("t", "b");

    /** What blocks the ancestor {@code a} from outside blocks {@code t} below it; what is below it too does not. */
    private static final String INHERITED = "JOIN tickets a ON a.id = up.id"
            + " JOIN ticket_links l ON l.to_id = a.id AND l.kind = 'BLOCKS' JOIN tickets b ON b.id = l.from_id"
            + " WHERE " + unfinished("a") + " AND " + unfinished("b")
            + " AND NOT " + BELOW.formatted("b", "a") + " AND NOT " + reaches("t", "b");

    /** Whether {@code t} waits for anything; the cheap questions come first. */
    public static final String WAITS = """
            (EXISTS (SELECT 1 FROM %s)
              OR EXISTS (SELECT 1 FROM %s)
              OR (t.parent_id IS NOT NULL AND EXISTS (
                  WITH RECURSIVE up (id) AS (
                      SELECT t.parent_id
                      UNION
                      SELECT p.parent_id FROM up JOIN tickets p ON p.id = up.id WHERE p.parent_id IS NOT NULL)
                  SELECT 1 FROM up %s)))""".formatted(BLOCKERS, CHILDREN, INHERITED);

    /** What each of some tickets waits for; of open children one example. Its marks are the tickets, three times. */
    private static final String EACH = """
            WITH RECURSIVE up (ticket_id, id) AS (
                SELECT t.id, t.parent_id FROM tickets t WHERE t.id IN %1$s AND t.parent_id IS NOT NULL
                UNION
                SELECT up.ticket_id, p.parent_id FROM up JOIN tickets p ON p.id = up.id WHERE p.parent_id IS NOT NULL)
            SELECT t.id AS ticket_id, 'BLOCKED_BY' AS kind, b.id AS other_id, b.key AS other_key, NULL AS via
              FROM tickets t JOIN ticket_links l ON l.to_id = t.id AND l.kind = 'BLOCKS' JOIN tickets b ON b.id = l.from_id
             WHERE t.id IN %1$s AND %2$s
            UNION ALL
            SELECT t.id, 'OPEN_CHILD', c.id, c.key, NULL
              FROM tickets t JOIN tickets c ON c.id = (SELECT min(b.id) FROM %3$s)
             WHERE t.id IN %1$s
            UNION ALL
            SELECT t.id, 'BLOCKED_BY', b.id, b.key, a.key
              FROM up JOIN tickets t ON t.id = up.ticket_id %4$s
            """;

    private Readiness() {}

    static String each(String ids) {
        return EACH.formatted(ids, unfinished("b"), CHILDREN, INHERITED);
    }

    /** Whether somebody may have to wait for it. */
    static String unfinished(String ticket) {
        return UNFINISHED.formatted(ticket);
    }

    private static String reaches(String ticket, String other) {
        return REACHES.formatted(ticket, other, unfinished("p"));
    }
}
