package dev.cairn.persistence.ticket;

import dev.cairn.persistence.kernel.IdSet;

/**
 * When a ticket has to wait for others (R30, Q20), written once for lists, claims and reasons. What is completed, closed,
 * archived or deleted holds nothing up.
 *
 * <p>Links alone cannot go in a circle, but links and the tree together can: a parent may block its own child. The rules
 * that follow from the tree give way there, so that nobody waits for what waits for them; what people have linked stays.
 */
public final class Readiness {
    /** The conditions on a ticket that others may wait for; the ticket's alias goes before each of these. */
    private static final String OPEN = ".status NOT IN ('COMPLETED', 'CLOSED') AND ";

    private static final String KEPT = ".archived_at IS NULL AND ";
    private static final String LIVE = ".deleted_at IS NULL";
    private static final String UNFINISHED_A = "a" + OPEN + "a" + KEPT + "a" + LIVE;
    private static final String UNFINISHED_B = "b" + OPEN + "b" + KEPT + "b" + LIVE;
    private static final String UNFINISHED_P = "p" + OPEN + "p" + KEPT + "p" + LIVE;

    /** Ends an existence test that, unlike EXISTS, PostgreSQL does not turn into a join. */
    private static final String SOME = " LIMIT 1) IS NOT NULL";

    /** Walks from a ticket's parent upwards, and ends even in a cycle; the ticket's alias goes between the two parts. */
    private static final String UPWARDS = """
            WITH RECURSIVE up (id) AS (
                SELECT\s""";

    private static final String UP = """
            .parent_id
                UNION
                SELECT (SELECT p.parent_id FROM tickets p WHERE p.id = up.id) FROM up WHERE up.id IS NOT NULL)
            SELECT 1 FROM up WHERE\s""";

    /** Whether {@code t} is waited for by {@code b}: because it blocks that, or is below it, and so on. */
    private static final String REACHES = """
            (WITH RECURSIVE later (id) AS (
                SELECT t.id
                UNION
                SELECT CASE s.up WHEN 1 THEN (SELECT p.parent_id FROM tickets p WHERE p.id = later.id AND\s""" + UNFINISHED_P + """
            ) ELSE k.to_id END
                  FROM later CROSS JOIN (SELECT 0 AS up UNION ALL SELECT 1) s
                       LEFT JOIN ticket_links k ON s.up = 0 AND k.from_id = later.id AND k.kind = 'BLOCKS'
                            AND (SELECT 1 FROM tickets p WHERE p.id = later.id AND\s""" + UNFINISHED_P + """
            ) IS NOT NULL)
            SELECT 1 FROM later WHERE later.id = b.id""" + SOME;

    /** The unfinished tickets {@code b} that block {@code t} itself. */
    private static final String BLOCKERS = """
            (SELECT 1 FROM ticket_links l JOIN tickets b ON b.id = l.from_id
              WHERE l.to_id = t.id AND l.kind = 'BLOCKS' AND\s""" + UNFINISHED_B + SOME;

    /** The children {@code b} that come before their parent {@code t}: all that are open and do not wait for it themselves. */
    private static final String CHILDREN =
            "tickets b WHERE b.parent_id = t.id AND " + UNFINISHED_B + " AND NOT " + REACHES;

    /** The condition on a blocker of the ancestor {@code a}: it blocks {@code t} unless it is itself below {@code a}. */
    private static final String FROM_OUTSIDE = UNFINISHED_B + " AND NOT (b.parent_id IS NOT NULL AND (" + UPWARDS + "b"
            + UP + "up.id = a.id" + SOME + ") AND NOT " + REACHES;

    /** Step by step, so that no planner joins the tables instead: the way up is short, whatever it expects. */
    private static final String INHERITED = "(" + UPWARDS + "t" + UP
            + "(SELECT 1 FROM tickets a WHERE a.id = up.id AND "
            + UNFINISHED_A + " AND (SELECT 1 FROM ticket_links l WHERE l.to_id = a.id AND l.kind = 'BLOCKS' AND"
            + " (SELECT 1 FROM tickets b WHERE b.id = l.from_id AND " + FROM_OUTSIDE + SOME + SOME + SOME + SOME;

    /** Whether something blocks {@code t}, or an ancestor of it; the cheap question comes first. */
    static final String BLOCKED = "(" + BLOCKERS + " OR (t.parent_id IS NOT NULL AND " + INHERITED + "))";

    /** The condition that {@code t} waits for anything. */
    public static final String WAITS = "(" + BLOCKERS + " OR (SELECT 1 FROM " + CHILDREN + SOME
            + " OR (t.parent_id IS NOT NULL AND " + INHERITED + "))";

    /** Finds the reasons why each of some tickets waits; of open children one example. */
    static final String EACH =
            "WITH RECURSIVE above (ticket_id, id) AS (SELECT t.id, t.parent_id FROM tickets t WHERE t.id "
                    + IdSet.IN + """
             AND t.parent_id IS NOT NULL
                UNION
                SELECT above.ticket_id, p.parent_id FROM above JOIN tickets p ON p.id = above.id WHERE p.parent_id IS NOT NULL)
            SELECT t.id AS ticket_id, 'BLOCKED_BY' AS kind, b.id AS other_id, b.key AS other_key, NULL AS via
              FROM tickets t JOIN ticket_links l ON l.to_id = t.id AND l.kind = 'BLOCKS' JOIN tickets b ON b.id = l.from_id
             WHERE t.id\s""" + IdSet.IN + " AND " + UNFINISHED_B + """

            UNION ALL
            SELECT t.id, 'OPEN_CHILD', c.id, c.key, NULL
              FROM tickets t JOIN tickets c ON c.id = (SELECT b.id FROM\s""" + CHILDREN + " LIMIT 1) WHERE t.id "
                    + IdSet.IN
                    + """

            UNION ALL
            SELECT t.id, 'BLOCKED_BY', b.id, b.key, a.key
              FROM above JOIN tickets t ON t.id = above.ticket_id JOIN tickets a ON a.id = above.id
                   JOIN ticket_links l ON l.to_id = a.id AND l.kind = 'BLOCKS' JOIN tickets b ON b.id = l.from_id
             WHERE\s""" + UNFINISHED_A + " AND " + FROM_OUTSIDE + " ORDER BY ticket_id, kind, other_key";

    private Readiness() {}
}
