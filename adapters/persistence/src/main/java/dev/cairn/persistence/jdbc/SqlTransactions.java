package dev.cairn.persistence.jdbc;

import dev.cairn.application.port.Transactions;
import dev.cairn.application.work.Recency;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.persistence.jdbc.CurrentTransaction.Running;
import dev.cairn.schema.Engine;
import dev.cairn.sqlite.GroupCommit;
import dev.cairn.sqlite.SqlFailure;
import dev.cairn.sqlite.SqliteDataSource;
import dev.cairn.sqlite.SqliteErrors;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends transactions as SQL on a connection in autocommit: JDBC's own would begin the next one at once and hold the write
 * lock while idle. Repositories join through the connection that Micronaut Data keeps for the thread.
 */
@Singleton
@Named("stored")
final class SqlTransactions implements Transactions {
    private static final System.Logger LOG = System.getLogger(SqlTransactions.class.getName());
    private static final int WRITE_SECONDS = CurrentTransaction.SECONDS_MAX;
    /** The longest idle time within a transaction, which only a stopped or cut-off process reaches, and whose locks then end. */
    private static final int IDLE_SECONDS = 5;
    /** The longest wait for a lock, after which the transaction gives way and runs again. */
    private static final int LOCK_SECONDS = 3;

    private static final Map<Patience, String> BEGIN_WRITE =
            new EnumMap<>(Map.of(Patience.USUAL, beginWrite(Patience.USUAL), Patience.LONG, beginWrite(Patience.LONG)));

    /** Reads are bounded (P15). */
    private static final String BEGIN_READ =
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = '%ds'"
                    .formatted(Patience.USUAL.statementSeconds());

    private final ConnectionOperations<Connection> connections;
    private final Engine engine;
    private final CurrentTransaction current;
    private final @Nullable SqliteDataSource sqlite;
    private final @Nullable GroupCommit group;
    private final SerialWrites serial;
    private final @Nullable ReadReplica replica;

    SqlTransactions(
            ConnectionOperations<Connection> connections,
            DataSource source,
            Engine engine,
            CurrentTransaction current,
            WriteCounters counters,
            @Nullable ReadReplica replica) {
        this.connections = connections;
        this.engine = engine;
        this.current = current;
        this.sqlite = DelegatingDataSource.unwrapDataSource(source) instanceof SqliteDataSource file ? file : null;
        this.group = sqlite == null ? null : new GroupCommit(new SqliteHost(connections), sqlite);
        this.serial = new SerialWrites(counters);
        this.replica = replica;
    }

    @PreDestroy
    void close() throws SQLException {
        if (sqlite != null && group != null) {
            sqlite.close();
            group.close();
        }
    }

    @Override
    public <T extends @Nullable Object> T write(Supplier<T> work) {
        return write(false, work);
    }

    @Override
    public <T extends @Nullable Object> T bulk(Supplier<T> work) {
        return write(true, work);
    }

    @Override
    public <T extends @Nullable Object> T read(Supplier<T> work) {
        Running outer = current.running();
        return outer == null ? reading(work) : joined(outer, work);
    }

    @Override
    public OptionalLong stamp() {
        return group == null ? OptionalLong.empty() : OptionalLong.of(group.stamp());
    }

    /** Whether the storage, on SQLite, has refused the last write. */
    boolean lastWriteFailed() {
        return group != null && group.lastFailed();
    }

    /** Returns the group commit of SQLite; null on PostgreSQL. */
    @Nullable
    GroupCommit group() {
        return group;
    }

    /** Returns how many writes may run at once now; on SQLite there is no limit. */
    int writesAtOnce() {
        return serial.writesAtOnce();
    }

    private <T extends @Nullable Object> T write(boolean inBulk, Supplier<T> work) {
        Running outer = current.running();
        if (outer == null) {
            return group == null
                    ? serial.write(
                            inBulk ? Patience.LONG : Patience.USUAL,
                            (turn, patience) -> alone(new Running(true, turn, patience), work))
                    : group.write(inBulk, () -> current.scoped(new Running(true, null, Patience.USUAL), work));
        }
        if (!outer.writing) {
            throw new IllegalStateException("A write inside a read");
        }
        return joined(outer, work);
    }

    private static <T extends @Nullable Object> T joined(Running outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            RuntimeException failure = Errors.translate(e);
            if (outer.failure == null) {
                outer.failure = failure;
            }
            throw failure;
        }
    }

    /** Reads again after a dead connection or a failure of the replica, since no result has been handed out yet. */
    private <T extends @Nullable Object> T reading(Supplier<T> work) {
        long started = System.nanoTime();
        while (true) {
            Running running = new Running(false, null, Patience.USUAL);
            try {
                return alone(running, work);
            } catch (RuntimeException e) {
                if (replica != null && replica.worthAskingThePrimary(e)) {
                    continue;
                }
                if (running.began || !PostgresErrors.worthAnotherConnection(e, started)) {
                    throw e;
                }
            }
        }
    }

    /** Runs a transaction on a connection of its own. Its outcome stands, even if the connection then cannot be given back. */
    private <T extends @Nullable Object> T alone(Running running, Supplier<T> work) {
        List<T> results = new ArrayList<>(1);
        try {
            connections.execute(running.writing ? ConnectionDefinition.DEFAULT : EngineConnections.SNAPSHOT, status -> {
                results.add(inTransaction(status.getConnection(), running, work));
                return running;
            });
        } catch (RuntimeException e) {
            if (results.isEmpty()) {
                throw Errors.translate(e);
            }
            LOG.log(Level.DEBUG, "The connection could not be given back", e);
        }
        return results.getFirst();
    }

    private <T extends @Nullable Object> T inTransaction(Connection connection, Running running, Supplier<T> work) {
        long began = System.nanoTime();
        if (running.patience == Patience.LONG) {
            bePatient(connection);
        }
        send(connection, begin(running));
        running.began = true;
        boolean done = false;
        try {
            T result = current.scoped(running, work);
            commit(connection, running, began);
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private static void bePatient(Connection connection) {
        try {
            EngineConnections.awaitAnswers(connection, Patience.LONG);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private String begin(Running running) {
        return switch (engine) {
            case SQLITE -> "BEGIN";
            case POSTGRESQL -> running.writing ? Objects.requireNonNull(BEGIN_WRITE.get(running.patience)) : BEGIN_READ;
        };
    }

    /**
     * A sequential scan would make the transaction one that has read the whole table: each write to it would be a reason to
     * begin anew. The costs of a forbidden scan look worth compiling for.
     */
    private static String beginWrite(Patience patience) {
        return """
            BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE;
            SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL lock_timeout = '%ds';
            SET LOCAL statement_timeout = '%ds'; SET LOCAL idle_in_transaction_session_timeout = '%ds'
            """.formatted(LOCK_SECONDS, patience.statementSeconds(), IDLE_SECONDS);
    }

    private static void commit(Connection connection, Running running, long began) {
        if (!running.writing) {
            send(connection, "COMMIT");
            return;
        }
        if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(WRITE_SECONDS)) {
            throw new Unavailable(ErrorCode.BUSY, "It took longer than " + WRITE_SECONDS + " s", null);
        }
        try {
            send(connection, "COMMIT");
            note(running);
        } catch (SqlFailure e) {
            if (PostgresErrors.certain(e)) {
                throw e;
            }
            LOG.log(Level.ERROR, "A commit failed, and it is not known whether its changes were stored", e);
            throw Errors.outcomeUnknown(e);
        }
    }

    private static void note(Running running) {
        Recency recency = Recency.current();
        Long logged = running.logged;
        if (recency != null && logged != null) {
            recency.wrote(logged);
        }
    }

    /** Rolls back, unless a failure has done so or the connection is lost; another attempt then changes nothing. */
    private static void rollback(Connection connection) {
        try {
            send(connection, "ROLLBACK");
        } catch (SqlFailure e) {
            boolean gone = SqliteErrors.rolledBackAlready(e) || PostgresErrors.connectionLost(SqlFailure.causeOf(e));
            LOG.log(gone ? Level.DEBUG : Level.WARNING, "The rollback failed", e);
        }
    }

    private static void send(Connection connection, String sql) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
