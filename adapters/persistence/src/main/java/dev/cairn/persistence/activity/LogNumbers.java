package dev.cairn.persistence.activity;

import dev.cairn.persistence.jdbc.CurrentTransaction;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Measured;
import java.util.function.LongSupplier;

/**
 * The log's numbers on PostgreSQL (G2, ADR 22). An entry's is the number of its transaction and its place among the transaction's
 * entries: nobody waits for anybody to get one, and whoever began to write later has greater ones.
 */
@Measured("insert one, own transaction")
record LogNumbers(Sql sql) {
    /** Leaves 2^41 transactions below 2^53, the greatest integer of JSON's readers: 70 years of 1,000 a second. */
    private static final int PLACE_BITS = CurrentTransaction.LOG_BITS;

    static final int PLACES = 1 << PLACE_BITS;

    private static final String OWN =
            "SELECT pg_current_xact_id()::text::bigint + base AS number FROM activity_base WHERE id = 1";
    private static final String OTHER_CLUSTER = """
            INSERT INTO activity_base (id, base)
            SELECT 1, l.base
              FROM (SELECT greatest(0, coalesce(max(seq), 0) / %d - pg_current_xact_id()::text::bigint + 1) AS base FROM activity) l
             WHERE NOT EXISTS (SELECT 1 FROM activity_base b WHERE b.base >= l.base)
            ON CONFLICT (id) DO UPDATE SET base = excluded.base WHERE excluded.base > activity_base.base
            """.formatted(PLACES);
    /** A savepoint that changes a row has a number of its own, which the row then carries: its lower 32 bits. */
    private static final String MORE = """
            UPDATE activity SET at = at WHERE seq = ?
            RETURNING xmin::text::bigint AS short, pg_current_xact_id()::text::bigint AS own,
                      (SELECT base FROM activity_base WHERE id = 1) AS base
            """;

    private static final long SHORT = 1L << Integer.SIZE;

    /** The numbers that one transaction has used. */
    private static final class Used {
        private long last;
        private boolean begun;
    }

    /** Makes every number from now on greater than all in the log, also in a log that was brought here from elsewhere. */
    void start() {
        sql.update(OTHER_CLUSTER);
    }

    /**
     * Gives the next numbers of the current transaction; the one before has to be stored when the next is asked for. Beyond
     * {@value #PLACE_BITS} bits of entries it takes the number of another transaction, which nobody else gets. That is
     * greater than our own, so readers stop before it, too, until we have committed.
     */
    LongSupplier next() {
        Used used = sql.transaction().state(Used.class, Used::new);
        return () -> {
            if (!used.begun) {
                used.begun = true;
                used.last = first(sql.one(OWN, row -> row.integer("number")));
            } else if (full(used.last)) {
                used.last = first(more(used.last));
            } else {
                used.last++;
            }
            sql.transaction().logged(used.last);
            return used.last;
        };
    }

    /** Whether the number is the last of its transaction. */
    static boolean full(long number) {
        return (number & (PLACES - 1)) == PLACES - 1;
    }

    /** Answers the first number of a transaction. */
    static long first(long transaction) {
        return transaction << PLACE_BITS;
    }

    private long more(long last) {
        sql.update("SAVEPOINT numbers");
        long number = sql.returning(
                        MORE, row -> row.integer("base") + whole(row.integer("own"), row.integer("short")), last)
                .getFirst();
        sql.update("RELEASE SAVEPOINT numbers");
        return number;
    }

    /** Answers the first number after {@code own} that ends like this. */
    private static long whole(long own, long ending) {
        long number = own - own % SHORT + ending;
        return number > own ? number : number + SHORT;
    }
}
