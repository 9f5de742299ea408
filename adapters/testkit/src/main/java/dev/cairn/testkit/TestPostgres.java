package dev.cairn.testkit;

import dev.cairn.application.database.DatabaseOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** One server for all tests of a JVM. */
public final class TestPostgres {
    private static final String USER = "postgres";
    private static final String LESSER_DATABASE = "lesser";
    private static final ThreadLocal<@Nullable PooledConnection> KEPT = new ThreadLocal<>();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
        static final @Nullable LesserPostgres LESSER =
                LesserPostgres.isWanted() ? LesserPostgres.before(RUNNING) : null;

        static {
            if (LESSER != null) {
                LESSER.create(LESSER_DATABASE);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A server of the test's own. No test cuts the power, so none waits for a disk. */
    public static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off");
    }

    public static DatabaseOptions.Postgres options() {
        if (Server.LESSER != null) {
            return Server.LESSER.options(LESSER_DATABASE);
        }
        return new DatabaseOptions.Postgres(Server.RUNNING.getJdbcUrl(USER, USER), USER, USER);
    }

    /**
     * The thread's own connection to the database that all tests share; closing it undoes what is not committed and leaves it open for
     * the next call. A server's process that begins anew learns the catalogue anew, which takes longer than most tests.
     */
    public static Connection kept() throws SQLException {
        PooledConnection kept = KEPT.get();
        if (kept == null) {
            DatabaseOptions.Postgres direct = direct();
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(direct.url());
            kept = source.getPooledConnection(direct.user(), direct.password());
            KEPT.set(kept);
        }
        return kept.getConnection();
    }

    /** A connection to the database that all tests share. */
    public static Connection open() throws SQLException {
        DatabaseOptions.Postgres direct = direct();
        return DriverManager.getConnection(direct.url(), direct.user(), direct.password());
    }

    private static DatabaseOptions.Postgres direct() {
        return Server.LESSER == null ? options() : Server.LESSER.direct(LESSER_DATABASE);
    }
}
