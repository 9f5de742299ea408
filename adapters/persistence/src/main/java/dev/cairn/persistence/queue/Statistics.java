package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueDepth;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Measured;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads depth, holders and times of a queue by one query (Q13): a row per state, then a row per holder. */
@Singleton
@Measured("counts")
final class Statistics {
    private static final String DEPTH = """
            SELECT state, count(*) AS items, min(enqueued_at) AS since
              FROM (SELECT i.enqueued_at, %s AS state
                      FROM queues q JOIN queue_items i ON i.queue_id = q.id
                     WHERE q.deleted_at IS NULL AND i.status IN ('READY', 'CLAIMED', 'FAILED')) AS items
             GROUP BY state
            """.formatted(ItemSql.STATE);

    private final Sql sql;
    private final String query;

    Statistics(Sql sql) {
        this.sql = sql;
        this.query = """
                WITH items AS (
                    SELECT i.id, i.ticket_id, i.task_id, i.claim_id, i.lease_until, i.enqueued_at, %s AS state
                      FROM queue_items i WHERE i.queue_id = ?),
                times AS (
                    SELECT (SELECT avg(%s) FROM queue_items f JOIN queue_claims c ON c.item_id = f.id
                             WHERE f.queue_id = ? AND f.status = 'COMPLETED' AND c.fencing_token = 1) AS wait_millis,
                           (SELECT avg(%s) FROM queue_claims c JOIN queue_items f ON f.id = c.item_id
                             WHERE f.queue_id = ? AND c.outcome = 'COMPLETED') AS work_millis)
                SELECT 0 AS part, state, count(*) AS items, min(enqueued_at) AS since, wait_millis, work_millis,
                       NULL AS claim_id, NULL AS item_id, NULL AS user_id, NULL AS label, NULL AS ticket_id, NULL AS task_id,
                       NULL AS claimed_at, NULL AS lease_until
                  FROM times LEFT JOIN items ON 1 = 1 GROUP BY state, wait_millis, work_millis
                UNION ALL
                SELECT 1, NULL, 0, NULL, NULL, NULL, c.id, i.id, c.user_id, c.label, i.ticket_id, i.task_id, c.claimed_at,
                       i.lease_until
                  FROM items i JOIN queue_claims c ON c.id = i.claim_id WHERE i.state IN ('CLAIMED', 'STALLED')
                 ORDER BY 1, 14, 8
                """.formatted(
                        ItemSql.STATE,
                        sql.engine().millisBetween("f.enqueued_at", "c.claimed_at"),
                        sql.engine().millisBetween("c.claimed_at", "c.ended_at"));
    }

    QueueStats of(Id<Queue> queue, Instant now) {
        Reading reading = new Reading(now);
        sql.query(
                query,
                row -> {
                    reading.add(row);
                    return reading;
                },
                now,
                now,
                queue,
                queue,
                queue);
        return new QueueStats(reading.counts, reading.holders, reading.oldest, reading.wait, reading.work, null);
    }

    QueueDepth ofAll(Instant now) {
        Reading reading = new Reading(now);
        sql.query(
                DEPTH,
                row -> {
                    reading.count(row);
                    return reading;
                },
                now,
                now);
        return new QueueDepth(reading.counts, reading.oldest == null ? 0 : reading.oldest);
    }

    /** Collects the values read so far. */
    private static final class Reading {
        private final Instant now;
        private final Map<ItemState, Long> counts = new EnumMap<>(ItemState.class);
        private final List<QueueStats.Holder> holders = new ArrayList<>();
        private @Nullable Long oldest;
        private @Nullable Long wait;
        private @Nullable Long work;

        Reading(Instant now) {
            this.now = now;
            for (ItemState state : ItemState.values()) {
                counts.put(state, 0L);
            }
        }

        void add(Cells row) {
            if (row.integer("part") == 1) {
                holders.add(holder(row));
                return;
            }
            wait = rounded(row, "wait_millis");
            work = rounded(row, "work_millis");
            if (row.optionalText("state") != null) {
                count(row);
            }
        }

        void count(Cells row) {
            String state = row.text("state");
            counts.put(ItemState.valueOf(state), row.integer("items"));
            if (ItemState.READY.name().equals(state)) {
                oldest = Math.max(0, Duration.between(row.instant("since"), now).toMillis());
            }
        }

        private static @Nullable Long rounded(Cells row, String column) {
            return row.optionalInteger(column) == null ? null : Math.round(row.number(column));
        }
    }

    private static QueueStats.Holder holder(Cells row) {
        return new ItemStore.Holding(
                        row.integer("claim_id"),
                        row.integer("item_id"),
                        row.optionalInteger("user_id"),
                        row.text("label"),
                        row.optionalInteger("ticket_id"),
                        row.optionalInteger("task_id"),
                        row.instant("claimed_at"),
                        row.instant("lease_until"))
                .toDomain();
    }
}
