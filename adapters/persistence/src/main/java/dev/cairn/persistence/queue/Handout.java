package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an item to a claim by one statement, and answers by one query why it gave none. */
@Measured("claim the next item")
@SuppressWarnings("InlineFormatString") // what is wanted varies
final class Handout {
    /** Claims by one statement (Q2); the outer condition holds even when the row changed since the inner one saw it. */
    private static final String CLAIM = """
            UPDATE queue_items
               SET stalls = CASE WHEN status = 'CLAIMED' THEN stalls + 1 ELSE stalls END,
                   status = 'CLAIMED', fencing_token = fencing_token + 1, claim_id = ?, lease_until = ?
             WHERE id = (%s)
               AND (status = 'READY' OR (status = 'CLAIMED' AND lease_until <= ?))
            RETURNING\s""";

    private static final String WHY_NOTHING = """
            SELECT (NOT q.active OR q.deleted_at IS NOT NULL OR p.archived_at IS NOT NULL
                    OR p.deleted_at IS NOT NULL) AS paused,
                   (SELECT count(*) FROM queue_items c
                     WHERE c.queue_id = q.id AND c.status = 'CLAIMED' AND coalesce(c.lease_until, c.run_at) > ?) >= q.max_parallel
                       AS at_limit,
                   (SELECT min(i.run_at) FROM queue_items i
                     WHERE i.queue_id = q.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'READY'
                       AND i.run_at > ? AND NOT %1$s%3$s) AS next_run,
                   (SELECT i.id FROM queue_items i
                     WHERE i.queue_id = q.id AND i.status IN ('READY', 'CLAIMED') AND i.status = 'READY'
                       AND i.run_at <= ? AND NOT %1$s AND %2$s%3$s
                     ORDER BY i.priority DESC, i.position, i.enqueued_at, i.id LIMIT 1) AS blocked_id,
                   (SELECT count(*) FROM queue_items f WHERE f.queue_id = q.id AND f.status = 'FAILED') AS failed,
                   (SELECT count(*) FROM queue_items r
                     WHERE r.queue_id = q.id AND r.status = 'READY' AND r.run_at > ?) AS scheduled,
                   (SELECT count(*) FROM queue_items s
                     WHERE s.queue_id = q.id AND s.status = 'CLAIMED' AND coalesce(s.lease_until, s.run_at) <= ?) AS stalled
              FROM queues q JOIN projects p ON p.id = q.project_id
             WHERE q.id = ?
            """;

    private final Sql sql;
    private final String next;

    Handout(Sql sql) {
        this.sql = sql;
        this.next = claim("");
    }

    Optional<QueueItemRow> claim(ClaimAttempt attempt) {
        Instant now = attempt.now();
        Conditions wanted = Wanted.items(attempt, sql.engine());
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, attempt.claimId(), attempt.leaseUntil(), attempt.queueId(), now, now, now);
        values.addAll(wanted.values());
        values.add(now);
        String more = wanted.more();
        sql.planOnce();
        return sql
                .returning(more.isEmpty() ? next : claim(more), row -> row.as(QueueItemRow.class), values.toArray())
                .stream()
                .findFirst();
    }

    private String claim(String more) {
        return CLAIM.formatted(ItemSql.next(more))
                + sql.type(QueueItemRow.class).returning();
    }

    Nothing whyNothing(Id<Queue> queue, WorkFilter filter, Instant now) {
        Conditions wanted = Wanted.items(filter, sql.engine());
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, now, now);
        values.addAll(wanted.values());
        values.add(now);
        values.addAll(wanted.values());
        Collections.addAll(values, now, now, queue);
        sql.planOnce();
        String query = WHY_NOTHING.formatted(ItemSql.HEAD, ItemSql.BLOCKED, wanted.more());
        return sql.query(query, Handout::reason, values.toArray()).stream()
                .findFirst()
                .orElse(new Nothing(NothingReason.EMPTY, null, null));
    }

    private static Nothing reason(Cells row) {
        if (row.flag("paused")) {
            return new Nothing(NothingReason.PAUSED, null, null);
        }
        if (row.flag("at_limit")) {
            return new Nothing(NothingReason.AT_LIMIT, null, null);
        }
        if (row.optionalInteger("blocked_id") != null) {
            return new Nothing(NothingReason.ALL_BLOCKED, null, row.optionalId("blocked_id"));
        }
        Instant next = row.optionalInstant("next_run");
        return next == null
                ? Nothing.empty(
                        new Nothing.Rest(row.integer("failed"), row.integer("scheduled"), row.integer("stalled")))
                : new Nothing(NothingReason.SCHEDULED, next, null);
    }
}
