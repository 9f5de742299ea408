package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.PostgresTarget;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of this module, which need not survive a power cut, and a database of its own for each: a copy of
 * one that was migrated once.
 */
final class FreshPostgres {
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NEXT = new AtomicInteger();

    static {
        run("CREATE DATABASE " + TEMPLATE);
        new Migrator(target(TEMPLATE), Scripts.builtIn(Engine.POSTGRESQL)).migrate();
    }

    private FreshPostgres() {}

    static DatabaseOptions database() {
        return copyOf(TEMPLATE);
    }

    /** Of a database that nobody has open. */
    static DatabaseOptions copy(DatabaseOptions database) {
        String url = ((DatabaseOptions.Postgres) database).url();
        return copyOf(url.replaceFirst("^.*/", "").replaceFirst("\\?.*$", ""));
    }

    private static DatabaseOptions copyOf(String template) {
        String name = "cairn" + NEXT.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY FILE_COPY");
        PostgresTarget target = target(name);
        return new DatabaseOptions.Postgres(target.url(), target.user(), target.password());
    }

    private static PostgresTarget target(String name) {
        return new PostgresTarget(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    private static void run(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
