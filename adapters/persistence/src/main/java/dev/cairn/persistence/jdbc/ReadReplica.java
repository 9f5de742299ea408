package dev.cairn.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.application.work.Recency;
import dev.cairn.domain.error.DomainError;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Answers reads from a streaming replica while it is close enough behind, and has what the reader has seen (G8). It is close when it has
 * replayed what the primary had written at most so long ago: that holds whatever the replica's own clock and connections say. It has an entry
 * of the log when no transaction with such a small number is on its way (ADR 22). What fails here is read from the primary.
 */
final class ReadReplica implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ReadReplica.class.getName());
    /** The age after which the replica's position is read again. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** The pause after a failure of the replica. */
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String CLUSTER = "SELECT system_identifier::text FROM pg_control_system()";
    private static final String WRITTEN = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";
    private static final String REPLAYED = """
            SELECT pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint + base
              FROM activity_base WHERE id = 1 AND pg_is_in_recovery()
            """;

    private final HikariDataSource primary;
    private final HikariDataSource replica;
    private final long behindNanos;
    private final ReentrantLock looking = new ReentrantLock();
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();

    private volatile @Nullable Known known;
    private volatile long restsUntil = System.nanoTime();
    private boolean related;
    private volatile boolean complained;

    /**
     * The positions of both databases at a moment, all times by {@link System#nanoTime}.
     *
     * @param written how far the primary had written at {@code at}
     * @param caughtUpAt the replica has all that the primary had at this moment; null when that was never seen
     * @param horizon entries of the log with smaller numbers are there, or never will be
     */
    private record Known(long at, long written, @Nullable Long caughtUpAt, long horizon) {}

    ReadReplica(HikariDataSource primary, HikariDataSource replica, Duration behindMax) {
        this.primary = primary;
        this.replica = replica;
        this.behindNanos = behindMax.toNanos();
    }

    /** Returns a connection for a read that the replica may answer; null when it has to go to the primary. */
    @Nullable
    Connection take() {
        Recency recency = Recency.current();
        OptionalLong needed = recency == null ? OptionalLong.empty() : recency.needed();
        if (recency == null || needed.isEmpty()) {
            return null;
        }
        if (System.nanoTime() - restsUntil >= 0 && has(needed.getAsLong())) {
            try {
                Connection connection = replica.getConnection();
                taken.increment();
                return connection;
            } catch (SQLException e) {
                complain(reason(e));
            }
        }
        refused.increment();
        recency.insist();
        return null;
    }

    /** Returns whether a failed read is repeated at the primary; also one that missed a row which was stored just now. */
    boolean worthAskingThePrimary(RuntimeException failure) {
        Recency recency = Recency.current();
        if (recency == null || recency.needed().isEmpty()) {
            return false;
        }
        recency.insist();
        if (!(failure instanceof DomainError)) {
            restsUntil = System.nanoTime() + REST_NANOS;
            LOG.log(Level.DEBUG, "The replica is left alone for a second", failure);
        }
        return true;
    }

    private boolean has(long number) {
        Known last = known;
        if (last == null || System.nanoTime() - last.at > FRESH_NANOS) {
            last = look(last);
        }
        return last != null
                && last.caughtUpAt != null
                && System.nanoTime() - last.caughtUpAt <= behindNanos
                && number < last.horizon;
    }

    /** Reads both positions on one thread; meanwhile the others use the last known ones. */
    private @Nullable Known look(@Nullable Known last) {
        if (!looking.tryLock()) {
            return last;
        }
        try (Connection there = replica.getConnection();
                Connection here = primary.getConnection()) {
            if (!related && !areRelated(here, there)) {
                return null;
            }
            long at = System.nanoTime();
            long written = first(here, WRITTEN)[0];
            long[] replayed = first(there, REPLAYED);
            if (replayed.length == 0) {
                complain("it is no replica");
                return null;
            }
            Known next = new Known(
                    at,
                    written,
                    caughtUpAt(last, replayed[0], written, at),
                    replayed[1] << CurrentTransaction.LOG_BITS);
            known = next;
            complained = false;
            return next;
        } catch (SQLException e) {
            complain(reason(e));
            return null;
        } finally {
            looking.unlock();
        }
    }

    private static @Nullable Long caughtUpAt(@Nullable Known last, long replayed, long written, long at) {
        if (replayed >= written) {
            return at;
        }
        if (last == null) {
            return null;
        }
        return replayed >= last.written ? (Long) last.at : last.caughtUpAt;
    }

    private boolean areRelated(Connection here, Connection there) throws SQLException {
        related = first(here, CLUSTER)[0] == first(there, CLUSTER)[0];
        if (!related) {
            complain("it belongs to another cluster");
        }
        return related;
    }

    /** Leaves it alone for a while, and says why once, until it has answered again. */
    private void complain(String why) {
        restsUntil = System.nanoTime() + REST_NANOS;
        if (!complained) {
            complained = true;
            LOG.log(Level.WARNING, "CAIRN_DATABASE_READ_URL is not used: {0}", why);
        }
    }

    private static String reason(SQLException failure) {
        return "it cannot be asked: " + failure.getMessage();
    }

    private static long[] first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                return new long[0];
            }
            long[] values = new long[result.getMetaData().getColumnCount()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Long.parseLong(result.getString(i + 1));
            }
            return values;
        }
    }

    /** Answers how many reads it has answered. */
    long taken() {
        return taken.sum();
    }

    /** Answers how many reads that it could have answered went to the primary. */
    long refused() {
        return refused.sum();
    }

    @Override
    public void close() {
        replica.close();
    }
}
