package dev.cairn.testkit;

import dev.cairn.application.database.DatabaseOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One server for all tests of a JVM. */
public final class TestPostgres {
    private static final String USER = "postgres";

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static DatabaseOptions.Postgres options() {
        return new DatabaseOptions.Postgres(Server.RUNNING.getJdbcUrl(USER, USER), USER, USER);
    }

    /** A connection to the database that all tests share. */
    public static Connection open() throws SQLException {
        return DriverManager.getConnection(options().url(), USER, USER);
    }
}
