package dev.cairn.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.cairn.sqlite.SqlFailure;
import dev.cairn.sqlite.SqliteDataSource;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.SynchronousConnectionManager;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.data.connection.jdbc.operations.DefaultDataSourceConnectionOperations;
import io.micronaut.data.connection.support.AbstractConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives whoever asks SQLite its writer or one of its readers, by what they are going to do; on PostgreSQL a connection of
 * the pool. A read that stands alone fails as one within a transaction does, and goes to another connection where the one it
 * got is dead; one that a replica may answer goes there (G8).
 */
@EachBean(DataSource.class)
@Replaces(DefaultDataSourceConnectionOperations.class)
final class EngineConnections implements ConnectionOperations<Connection>, SynchronousConnectionManager<Connection> {
    /** The connection of a read transaction, which decides itself whether it begins again. */
    static final ConnectionDefinition SNAPSHOT = ConnectionDefinition.READ_ONLY.withName("snapshot");

    private final Opened opened;
    private final @Nullable ReadReplica replica;

    EngineConnections(DataSource source, @Nullable ReadReplica replica) {
        this.opened = new Opened(DelegatingDataSource.unwrapDataSource(source), replica);
        this.replica = replica;
    }

    @Override
    public Optional<ConnectionStatus<Connection>> findConnectionStatus() {
        return opened.findConnectionStatus();
    }

    @Override
    public <R> R execute(ConnectionDefinition definition, Function<ConnectionStatus<Connection>, R> work) {
        if (definition.equals(SNAPSHOT)
                || !definition.isReadOnly().orElse(false)
                || opened.findConnectionStatus().isPresent()) {
            return opened.execute(definition, work);
        }
        long started = System.nanoTime();
        while (true) {
            try {
                return opened.execute(definition, work);
            } catch (RuntimeException e) {
                if (replica != null && replica.worthAskingThePrimary(e)) {
                    continue;
                }
                if (!PostgresErrors.worthAnotherConnection(e, started)) {
                    throw Errors.translate(e);
                }
            }
        }
    }

    @Override
    public ConnectionStatus<Connection> getConnection(ConnectionDefinition definition) {
        return opened.getConnection(definition);
    }

    @Override
    public void complete(ConnectionStatus<Connection> status) {
        opened.complete(status);
    }

    /** Waits so long for each answer on this connection, until it is given back. */
    static void awaitAnswers(Connection connection, Patience patience) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) TimeUnit.SECONDS.toMillis(patience.answerSeconds()));
    }

    private static final class Opened extends AbstractConnectionOperations<Connection> {
        /** Connections made since the last of them were thrown away are not thrown away for it. */
        private static final long EVICTING_NANOS = TimeUnit.SECONDS.toNanos(3);

        private final DataSource source;
        private final @Nullable ReadReplica replica;
        private final AtomicLong evicted = new AtomicLong(System.nanoTime() - EVICTING_NANOS);

        Opened(DataSource source, @Nullable ReadReplica replica) {
            this.source = source;
            this.replica = replica;
        }

        @Override
        protected Connection openConnection(ConnectionDefinition definition) {
            boolean readOnly = definition.isReadOnly().orElse(false);
            try {
                if (source instanceof SqliteDataSource sqlite) {
                    return sqlite.take(readOnly);
                }
                if (source instanceof HikariDataSource pool && pool.isClosed()) {
                    throw new IllegalStateException("This Cairn is closed");
                }
                Connection elsewhere = readOnly && replica != null ? replica.take() : null;
                if (elsewhere != null) {
                    awaitAnswers(elsewhere, Patience.USUAL);
                    return elsewhere;
                }
                Connection connection = source.getConnection();
                connection.setReadOnly(readOnly);
                awaitAnswers(connection, Patience.USUAL);
                return connection;
            } catch (SQLException e) {
                if (!isBusy()) {
                    evict();
                }
                throw new SqlFailure(e);
            }
        }

        /** Returns whether all connections are in use, which explains why none could be had. */
        private boolean isBusy() {
            return source instanceof HikariDataSource pool
                    && pool.getHikariPoolMXBean().getActiveConnections() >= pool.getMaximumPoolSize();
        }

        @Override
        protected void setupConnection(ConnectionStatus<Connection> status) {
            // Nothing to set up: each connection was opened for its use.
        }

        @Override
        protected void closeConnection(ConnectionStatus<Connection> status) {
            if (source instanceof SqliteDataSource sqlite) {
                sqlite.giveBack(status.getConnection());
                return;
            }
            try (Connection connection = status.getConnection()) {
                if (connection.isClosed()) {
                    evict();
                }
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }

        /** Evicts the pool's connections: where one was lost the others are too, and trying each takes a second. */
        private void evict() {
            long now = System.nanoTime();
            long last = evicted.get();
            if (source instanceof HikariDataSource pool
                    && now - last > EVICTING_NANOS
                    && evicted.compareAndSet(last, now)) {
                pool.getHikariPoolMXBean().softEvictConnections();
            }
        }
    }
}
