package dev.cairn.persistence.jdbc;

import dev.cairn.application.port.Transactions;
import dev.cairn.persistence.sqlite.SqliteDataSource;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions as SQL on a connection in autocommit: JDBC's own would begin the next one at once and hold the write
 * lock while idle. Repositories join through the connection that Micronaut Data keeps for the thread.
 */
@Singleton
final class SqlTransactions implements Transactions {
    private static final int TRIES_MAX = 4;
    private static final long RETRY_NANOS = 20_000_000;

    private final ConnectionOperations<Connection> connections;
    private final Engine engine;
    private final @Nullable GroupCommit group;
    private final ThreadLocal<Running> current = new ThreadLocal<>();

    /** The transaction of a thread. */
    private static final class Running {
        private final boolean writing;
        private @Nullable RuntimeException failure;

        Running(boolean writing) {
            this.writing = writing;
        }
    }

    SqlTransactions(ConnectionOperations<Connection> connections, DataSource source, Engine engine) {
        this.connections = connections;
        this.engine = engine;
        this.group = DelegatingDataSource.unwrapDataSource(source) instanceof SqliteDataSource sqlite
                ? new GroupCommit(connections, sqlite)
                : null;
    }

    @PreDestroy
    void close() {
        if (group != null) {
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
        Running outer = current.get();
        return outer == null ? alone(false, work) : joined(outer, work);
    }

    @Override
    public OptionalLong stamp() {
        return group == null ? OptionalLong.empty() : OptionalLong.of(group.stamp());
    }

    private <T extends @Nullable Object> T write(boolean inBulk, Supplier<T> work) {
        Running outer = current.get();
        if (outer == null) {
            return group == null ? retried(work) : group.write(inBulk, () -> scoped(new Running(true), work));
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

    /** Runs the outermost work of a transaction; a failure inside fails it, also when it was caught. */
    private <T extends @Nullable Object> T scoped(Running running, Supplier<T> work) {
        current.set(running);
        try {
            T result = work.get();
            if (running.failure != null) {
                throw running.failure;
            }
            return result;
        } finally {
            current.remove();
        }
    }

    private <T extends @Nullable Object> T retried(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return alone(true, work);
            } catch (RuntimeException e) {
                if (tries == TRIES_MAX || !Errors.transientFailure(e)) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(RETRY_NANOS * tries));
            }
        }
    }

    /** A transaction on a connection of its own. */
    private <T extends @Nullable Object> T alone(boolean writing, Supplier<T> work) {
        try {
            return connections.execute(
                    writing ? ConnectionDefinition.DEFAULT : ConnectionDefinition.READ_ONLY,
                    status -> inTransaction(status.getConnection(), new Running(writing), work));
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
    }

    private <T extends @Nullable Object> T inTransaction(Connection connection, Running running, Supplier<T> work) {
        send(connection, begin(running.writing));
        boolean done = false;
        try {
            T result = scoped(running, work);
            send(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private String begin(boolean writing) {
        return switch (engine) {
            case SQLITE -> "BEGIN";
            case POSTGRESQL -> writing ? "BEGIN READ WRITE" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
        };
    }

    /** Some failures have rolled back already; another attempt then changes nothing. */
    private static void rollback(Connection connection) {
        try {
            send(connection, "ROLLBACK");
        } catch (SqlFailure e) {
            boolean gone = String.valueOf(e.getMessage()).contains("no transaction is active");
            System.getLogger(SqlTransactions.class.getName())
                    .log(gone ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING, "The rollback failed", e);
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
