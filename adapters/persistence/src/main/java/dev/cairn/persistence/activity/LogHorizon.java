package dev.cairn.persistence.activity;

import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.schema.Engine;
import java.util.concurrent.TimeUnit;

/**
 * How far the log can be followed without missing what commits later (G2, ADR 22): before the oldest transaction that still
 * runs. One of another program in the same cluster may run for hours. Ours do not: what has begun so long ago is over.
 */
@Measured("next event batch")
final class LogHorizon {
    private static final String NOW = """
            SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + base AS oldest,
                   pg_snapshot_xmax(pg_current_snapshot())::text::bigint + base AS next
              FROM activity_base WHERE id = 1
            """;

    private final Sql sql;
    private final long writeNanos;
    private long sampled = Long.MIN_VALUE;
    private long sampledAt;
    private long over = Long.MIN_VALUE;

    private record Numbers(long oldest, long next) {}

    /** @param writeSeconds so long after its beginning every write of ours has ended, whatever became of its server */
    LogHorizon(Sql sql, int writeSeconds) {
        this.sql = sql;
        this.writeNanos = TimeUnit.SECONDS.toNanos(writeSeconds);
    }

    /** Answers a number such that entries with smaller ones are there, or never will be, in the snapshot of the current transaction. */
    long number() {
        if (sql.engine() == Engine.SQLITE) {
            return Long.MAX_VALUE;
        }
        long now = System.nanoTime();
        Numbers numbers = sql.one(NOW, row -> new Numbers(row.integer("oldest"), row.integer("next")));
        return LogNumbers.first(Math.max(numbers.oldest(), over(numbers.next(), now)));
    }

    /** Answers the number before which everything that began has run for longer than it may. */
    private synchronized long over(long next, long now) {
        if (sampled == Long.MIN_VALUE) {
            sampled = next;
            sampledAt = now;
        } else if (now - sampledAt > writeNanos) {
            over = sampled;
            sampled = next;
            sampledAt = now;
        }
        return over;
    }
}
