package dev.cairn.persistence.verify;

import dev.cairn.persistence.verify.Invariant.NoRows;
import java.util.List;

/**
 * What holds of queues, their items and claims (Q1–Q21). A damaged item that is met by a claim is ended without one, so that
 * its token is ahead of its claims: only of items that may go on is it counted. That no more than {@code maxParallel} leases live at a time is not
 * among it: the limit may be lowered while they do, so that it is a rule of the history, not of the tables.
 */
final class QueueInvariants {
    static final List<Invariant> ALL = List.of(
            new NoRows(
                    "one_live_item_per_subject",
                    "Q1",
                    "queue item",
                    "lives beside the item %s of the same subject",
                    """
                    SELECT i.id, o.id AS other FROM queue_items i JOIN queue_items o ON o.ticket_id = i.ticket_id AND o.id < i.id
                     WHERE i.status IN ('READY', 'CLAIMED') AND o.status IN ('READY', 'CLAIMED')
                    UNION ALL
                    SELECT i.id, o.id AS other FROM queue_items i JOIN queue_items o ON o.task_id = i.task_id AND o.id < i.id
                     WHERE i.status IN ('READY', 'CLAIMED') AND o.status IN ('READY', 'CLAIMED')
                    """),
            new NoRows(
                    "claimed_item_has_its_claim",
                    "Q6",
                    "queue item",
                    "is claimed, and its claim %s is not alive with the same token",
                    """
                    SELECT i.id, i.claim_id AS other FROM queue_items i
                     WHERE i.status = 'CLAIMED' AND NOT EXISTS (
                           SELECT 1 FROM queue_claims c
                            WHERE c.id = i.claim_id AND c.item_id = i.id AND c.fencing_token = i.fencing_token
                              AND c.outcome IS NULL)
                    """),
            new NoRows(
                    "live_claim_holds_its_item", "Q16", "claim", "has not ended, and does not hold its item %s", """
                    SELECT c.id, c.item_id AS other FROM queue_claims c JOIN queue_items i ON i.id = c.item_id
                     WHERE c.outcome IS NULL
                       AND (i.status <> 'CLAIMED' OR i.claim_id IS NULL OR i.claim_id <> c.id
                            OR i.fencing_token <> c.fencing_token)
                    """),
            new NoRows(
                    "ended_claim_says_how",
                    "Q6",
                    "claim",
                    "says only in part how it ended and how it left the item %s, or ended before it began",
                    """
                    SELECT c.id, c.item_id AS other FROM queue_claims c
                     WHERE (c.outcome IS NULL) <> (c.ended_at IS NULL) OR (c.outcome IS NULL) <> (c.item_status IS NULL)
                        OR c.ended_at < c.claimed_at
                    """),
            new NoRows(
                    "token_counts_claims",
                    "Q4",
                    "queue item",
                    "waits or is held, and its fencing token is not the number of its claims; or a claim of it has a later token; its last is %s",
                    """
                    SELECT i.id, i.claim_id AS other FROM queue_items i
                      LEFT JOIN (SELECT item_id, count(*) AS claims, max(fencing_token) AS newest
                                   FROM queue_claims GROUP BY item_id) c ON c.item_id = i.id
                     WHERE i.fencing_token < coalesce(c.newest, 0)
                        OR (i.status IN ('READY', 'CLAIMED', 'FAILED')
                            AND (i.fencing_token <> coalesce(c.claims, 0) OR i.fencing_token <> coalesce(c.newest, 0)))
                    """),
            new NoRows(
                    "item_names_its_last_claim",
                    "Q4",
                    "queue item",
                    "names the claim %s as its last, which is not the one with its token",
                    """
                    SELECT i.id, i.claim_id AS other FROM queue_items i
                     WHERE i.status IN ('READY', 'CLAIMED', 'FAILED')
                       AND ((i.claim_id IS NULL) <> (i.fencing_token = 0)
                            OR (i.claim_id IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM queue_claims c
                                 WHERE c.id = i.claim_id AND c.item_id = i.id AND c.fencing_token = i.fencing_token)))
                    """),
            new NoRows(
                    "completed_at_most_once",
                    "Q6",
                    "queue item",
                    "was completed by more than one claim, %s the last",
                    """
                    SELECT c.item_id AS id, max(c.id) AS other FROM queue_claims c
                     WHERE c.outcome = 'COMPLETED' GROUP BY c.item_id HAVING count(*) > 1
                    """),
            new NoRows(
                    "completed_stays_completed",
                    "Q16",
                    "queue item",
                    "is not completed, and its claim %s completed it",
                    """
                    SELECT i.id, c.id AS other FROM queue_claims c JOIN queue_items i ON i.id = c.item_id
                     WHERE c.outcome = 'COMPLETED' AND i.status <> 'COMPLETED'
                    """),
            new NoRows(
                    "item_has_the_times_of_its_status",
                    "Q6",
                    "queue item",
                    "has a lease and is not claimed, or ended without a time, or has the time of an end and lives; its claim is %s",
                    """
                    SELECT i.id, i.claim_id AS other FROM queue_items i
                     WHERE (i.status IN ('READY', 'CLAIMED')) <> (i.finished_at IS NULL)
                        OR (i.status = 'CLAIMED') <> (i.lease_until IS NOT NULL)
                    """),
            new NoRows(
                    "queued_ticket_is_open_work",
                    "Q6",
                    "queue item",
                    "lives, and its ticket %s is finished, archived or deleted",
                    """
                    SELECT i.id, t.id AS other FROM queue_items i JOIN tickets t ON t.id = i.ticket_id
                     WHERE i.status IN ('READY', 'CLAIMED')
                       AND (t.deleted_at IS NOT NULL OR t.archived_at IS NOT NULL OR t.status IN ('COMPLETED', 'CLOSED'))
                    """),
            new NoRows(
                    "queued_task_is_open_work",
                    "Q6",
                    "queue item",
                    "lives, and its task %s is finished or deleted, or its ticket archived or deleted",
                    """
                    SELECT i.id, k.id AS other
                      FROM queue_items i JOIN tasks k ON k.id = i.task_id JOIN tickets t ON t.id = k.ticket_id
                     WHERE i.status IN ('READY', 'CLAIMED')
                       AND (k.deleted_at IS NOT NULL OR k.status IN ('COMPLETED', 'CANCELLED')
                            OR t.deleted_at IS NOT NULL OR t.archived_at IS NOT NULL)
                    """),
            new NoRows(
                    "live_item_is_on_a_live_queue",
                    "Q12",
                    "queue item",
                    "lives, and its queue %s or its project is deleted",
                    """
                    SELECT i.id, q.id AS other
                      FROM queue_items i JOIN queues q ON q.id = i.queue_id JOIN projects p ON p.id = q.project_id
                     WHERE i.status IN ('READY', 'CLAIMED') AND (q.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL)
                    """),
            new NoRows(
                    "queue_is_in_its_subjects_project",
                    "Q1",
                    "queue item",
                    "is on a queue of another project than its ticket %s",
                    """
                    SELECT i.id, t.id AS other
                      FROM queue_items i JOIN queues q ON q.id = i.queue_id LEFT JOIN tasks k ON k.id = i.task_id
                      JOIN tickets t ON t.id = coalesce(i.ticket_id, k.ticket_id)
                     WHERE t.project_id <> q.project_id
                    """),
            new NoRows(
                    "group_is_never_claimed",
                    "Q16",
                    "queue item",
                    "is claimed, and stands for a group, the item %s among it",
                    """
                    SELECT h.id, min(m.id) AS other FROM queue_items h JOIN queue_items m ON m.group_id = h.id
                     WHERE h.status = 'CLAIMED' GROUP BY h.id
                    """),
            new NoRows(
                    "group_ends_with_its_last",
                    "Q16",
                    "queue item",
                    "lives, and stands for a group that has ended, the item %s among it",
                    """
                    SELECT h.id, min(m.id) AS other FROM queue_items h JOIN queue_items m ON m.group_id = h.id
                     WHERE h.status IN ('READY', 'CLAIMED')
                     GROUP BY h.id HAVING sum(CASE WHEN m.status IN ('READY', 'CLAIMED') THEN 1 ELSE 0 END) = 0
                    """),
            new NoRows(
                    "group_lives_with_its_members",
                    "Q16",
                    "queue item",
                    "lives, and the item %s that stands for its group has ended",
                    """
                    SELECT m.id, h.id AS other FROM queue_items m JOIN queue_items h ON h.id = m.group_id
                     WHERE m.status IN ('READY', 'CLAIMED') AND h.status NOT IN ('READY', 'CLAIMED')
                    """),
            new NoRows(
                    "group_is_of_one_ticket",
                    "Q10",
                    "queue item",
                    "is no task of the ticket for which the item %s of its group stands",
                    """
                    SELECT m.id, h.id AS other
                      FROM queue_items m JOIN queue_items h ON h.id = m.group_id LEFT JOIN tasks k ON k.id = m.task_id
                     WHERE k.ticket_id IS NULL OR h.ticket_id IS NULL OR k.ticket_id <> h.ticket_id
                    """));

    private QueueInvariants() {}
}
