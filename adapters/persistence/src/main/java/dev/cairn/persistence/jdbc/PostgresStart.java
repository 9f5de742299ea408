package dev.cairn.persistence.jdbc;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.Target.PostgresTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits a little for a PostgreSQL that is started at the same time, and explains why one cannot be reached. */
final class PostgresStart {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private PostgresStart() {}

    /**
     * Answers whether a pooler stands before it.
     *
     * @throws StorageException naming the database, without its password
     */
    static boolean await(DatabaseOptions.Postgres options) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try (Connection connection = new PostgresTarget(options).open()) {
                return PostgresTarget.isPooled(connection);
            } catch (SQLException e) {
                if (!PostgresErrors.connectionLost(e) || System.nanoTime() >= deadline) {
                    throw new StorageException(
                            "The database %s cannot be opened: %s".formatted(options.name(), e.getMessage()), e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
