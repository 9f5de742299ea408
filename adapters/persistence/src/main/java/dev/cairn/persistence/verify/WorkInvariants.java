package dev.cairn.persistence.verify;

import dev.cairn.persistence.verify.Invariant.NoCycle;
import dev.cairn.persistence.verify.Invariant.NoRows;
import java.util.List;

/** The invariants of tickets, tasks, links and imported names (R28–R36). */
final class WorkInvariants {
    static final List<Invariant> ALL = List.of(
            new NoRows(
                    "task_order_is_dense",
                    "R31",
                    "ticket",
                    "has tasks whose order is not 0, 1, 2 and so on, the task %s among them",
                    """
                    SELECT k.ticket_id AS id, min(k.id) AS other FROM tasks k
                     WHERE k.deleted_at IS NULL GROUP BY k.ticket_id
                    HAVING min(k.order_index) <> 0 OR max(k.order_index) <> count(*) - 1
                        OR count(DISTINCT k.order_index) <> count(*)
                    """),
            new NoRows("parent_is_in_the_project", "R30", "ticket", "is below the ticket %s of another project", """
                    SELECT t.id, o.id AS other FROM tickets t JOIN tickets o ON o.id = t.parent_id
                     WHERE o.project_id <> t.project_id
                    """),
            new NoCycle(
                    "parents_form_a_tree",
                    "R30",
                    "ticket",
                    "is above itself, by way of its parent %s",
                    "SELECT t.id, t.parent_id AS other FROM tickets t WHERE t.parent_id IS NOT NULL"),
            new NoRows("blocker_is_in_the_project", "R30", "ticket", "waits for the ticket %s of another project", """
                    SELECT t.id, b.id AS other
                      FROM ticket_links l JOIN tickets b ON b.id = l.from_id JOIN tickets t ON t.id = l.to_id
                     WHERE l.kind = 'BLOCKS' AND b.project_id <> t.project_id
                    """),
            new NoCycle(
                    "no_ticket_waits_for_itself",
                    "R30",
                    "ticket",
                    "waits for itself, by way of the ticket %s that it blocks",
                    "SELECT l.from_id AS id, l.to_id AS other FROM ticket_links l WHERE l.kind = 'BLOCKS'"),
            new NoRows("dependency_is_in_the_ticket", "R30", "task", "depends on the task %s of another ticket", """
                    SELECT k.id, o.id AS other
                      FROM task_dependencies d JOIN tasks k ON k.id = d.task_id JOIN tasks o ON o.id = d.depends_on_id
                     WHERE k.ticket_id <> o.ticket_id
                    """),
            new NoCycle(
                    "no_task_waits_for_itself",
                    "R30",
                    "task",
                    "waits for itself, by way of the task %s on which it depends",
                    """
                    SELECT d.task_id AS id, d.depends_on_id AS other
                      FROM task_dependencies d JOIN tasks k ON k.id = d.task_id JOIN tasks o ON o.id = d.depends_on_id
                     WHERE k.deleted_at IS NULL AND o.deleted_at IS NULL
                    """),
            new NoRows(
                    "number_comes_from_the_project",
                    "R32",
                    "ticket",
                    "has a key that is not made of its project's and its number, or a number that the project %s has not given out",
                    """
                    SELECT t.id, p.id AS other FROM tickets t JOIN projects p ON p.id = t.project_id
                     WHERE t.key <> p.key || '-' || t.number OR t.number >= p.next_ticket_number
                    """),
            new NoRows(
                    "completed_says_when",
                    "R28",
                    "ticket",
                    "is completed without a time, or has the time of a completion and is still to be done",
                    """
                    SELECT t.id, t.parent_id AS other FROM tickets t
                     WHERE (t.status = 'COMPLETED' AND t.completed_at IS NULL)
                        OR (t.status NOT IN ('COMPLETED', 'CLOSED') AND t.completed_at IS NOT NULL)
                    """),
            new NoRows(
                    "foreign_name_is_of_its_project",
                    "R36",
                    "ticket",
                    "is known by a name that was imported into the project %s, and is in another",
                    """
                    SELECT t.id, a.project_id AS other
                      FROM aliases a LEFT JOIN tasks k ON k.id = a.task_id LEFT JOIN comments m ON m.id = a.comment_id
                      JOIN tickets t ON t.id = coalesce(a.ticket_id, k.ticket_id, m.ticket_id)
                     WHERE t.project_id <> a.project_id
                    """));

    private WorkInvariants() {}
}
