package dev.cairn.testkit;

import dev.cairn.application.database.DatabaseOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One server for all tests of a JVM. */
public final class TestPostgres {
    private static final String USER = "postgres";
    private static final String LESSER_DATABASE = "lesser";

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

    /** A connection to the database that all tests share. */
    public static Connection open() throws SQLException {
        DatabaseOptions.Postgres direct = Server.LESSER == null ? options() : Server.LESSER.direct(LESSER_DATABASE);
        return DriverManager.getConnection(direct.url(), direct.user(), direct.password());
    }
}
