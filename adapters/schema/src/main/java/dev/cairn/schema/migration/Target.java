package dev.cairn.schema.migration;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** A database whose schema is looked at or changed, by connections of its own. */
public sealed interface Target {
    /** A SQLite file that is there; foreign keys are off, transactions take the writer's place when they begin. */
    record SqliteTarget(Path file) implements Target {
        /** {@code CAIR} in ASCII, which marks a SQLite file as Cairn's. */
        public static final int APPLICATION_ID = 0x43414952;

        private static final int BUSY_MILLIS = 30_000;

        @Override
        public Engine engine() {
            return Engine.SQLITE;
        }

        @Override
        public DataSource source() {
            SQLiteConfig config = new SQLiteConfig();
            config.resetOpenMode(SQLiteOpenMode.CREATE);
            config.setTransactionMode(TransactionMode.IMMEDIATE);
            config.setSynchronous(SynchronousMode.FULL);
            config.setBusyTimeout(BUSY_MILLIS);
            config.enforceForeignKeys(false);
            SQLiteDataSource source = new SQLiteDataSource(config);
            source.setUrl("jdbc:sqlite:" + file);
            return source;
        }

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public StorageException tooNew(int version, int newest) {
            StorageException error = Target.super.tooNew(version, newest);
            return Backups.newestOf(file, newest)
                    .map(backup -> new StorageException("%s; the backup %s is of a version that works: cairn db restore"
                            .formatted(error.getMessage(), backup)))
                    .orElse(error);
        }
    }

    /** A PostgreSQL database; neither the password nor parameters, which may hold it, show in a text (R11). */
    record PostgresTarget(String url, String user, String password) implements Target {
        public PostgresTarget(DatabaseOptions.Postgres options) {
            this(options.url(), options.user(), options.password());
        }

        @Override
        public Engine engine() {
            return Engine.POSTGRESQL;
        }

        @Override
        public DataSource source() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            source.setUser(user);
            source.setPassword(password);
            source.setPrepareThreshold(0); // Few statements repeat, and a pooler may not support prepared ones.
            return source;
        }

        /**
         * Whether somebody who gives connections to several clients in turn stands between: whoever cancels a statement is known
         * by the number of the process that runs it, and a pooler gives its clients numbers of its own.
         */
        public static boolean isPooled(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("SELECT pg_backend_pid()");
                    ResultSet row = statement.executeQuery()) {
                return row.next()
                        && row.getInt(1)
                                != connection.unwrap(PGConnection.class).getBackendPID();
            }
        }

        @Override
        public String name() {
            return new DatabaseOptions.Postgres(url, user, password).name();
        }

        @Override
        public String toString() {
            return "PostgresTarget[url=%s, user=%s]".formatted(name(), user);
        }
    }

    /** Answers the one that the options name. */
    static Target of(DatabaseOptions options) {
        return switch (options) {
            case DatabaseOptions.Sqlite sqlite -> new SqliteTarget(sqlite.file());
            case DatabaseOptions.Postgres postgres -> new PostgresTarget(postgres);
        };
    }

    Engine engine();

    /** Makes the error for a schema that is newer than this program knows (P9). */
    default StorageException tooNew(int version, int newest) {
        return new StorageException(
                "%s was written by a newer version (schema %d, this one knows %d)".formatted(name(), version, newest));
    }

    /** Returns the name for people. */
    String name();

    DataSource source();

    default Connection open() throws SQLException {
        return source().getConnection();
    }
}
