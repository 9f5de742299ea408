package dev.cairn.persistence.jdbc;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Readiness;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Probes the database on a thread of its own, once for all who ask meanwhile; a probe that hangs is not repeated. */
@Singleton
final class DatabaseProbe implements Readiness {
    private static final long PATIENCE_MILLIS = 1_500;

    /** Probes one kind of database. */
    interface Probe extends AutoCloseable {
        /** Answers why it cannot serve, or null. */
        @Nullable
        Unavailable problem();

        @Override
        default void close() {}
    }

    private final Probe probe;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cairn-probe").factory());
    private @Nullable Future<@Nullable Unavailable> running;

    DatabaseProbe(DatabaseOptions options, DataSource source, Sql sql, SqlTransactions transactions) {
        this.probe = switch (options) {
            case DatabaseOptions.Sqlite sqlite ->
                new SqliteProbe(sqlite.file(), DelegatingDataSource.unwrapDataSource(source), sql, transactions);
            case DatabaseOptions.Postgres postgres -> new PostgresProbe(postgres);
        };
    }

    @Override
    public Optional<Unavailable> problem() {
        try {
            return Optional.ofNullable(running().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.of(busy("The database does not answer", e));
        } catch (ExecutionException e) {
            return Optional.of(busy("The database cannot be asked", e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(busy("Interrupted while asking the database", e));
        }
    }

    private synchronized Future<@Nullable Unavailable> running() {
        Future<@Nullable Unavailable> known = running;
        if (known == null || known.isDone()) {
            known = thread.submit(probe::problem);
            running = known;
        }
        return known;
    }

    @PreDestroy
    void close() throws Exception {
        thread.shutdownNow();
        probe.close();
    }

    private static Unavailable busy(String reason, Exception cause) {
        return new Unavailable(ErrorCode.BUSY, reason, cause);
    }
}
