package dev.cairn.usecase;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.testkit.LesserPostgres;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL for all tests of this module, which need not survive a power cut, and a database of its own for each: a copy of
 * one that was migrated once.
 */
final class FreshPostgres {
    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final @Nullable LesserPostgres LESSER =
            LesserPostgres.isWanted() ? LesserPostgres.before(SERVER) : null;
    private static final AtomicInteger NEXT = new AtomicInteger();

    static {
        DatabaseOptions.Postgres template = LESSER == null ? made(TEMPLATE) : direct(LESSER);
        new Migrator(new PostgresTarget(template), Scripts.builtIn(Engine.POSTGRESQL)).migrate();
    }

    private FreshPostgres() {}

    static DatabaseOptions database() {
        return copyOf(TEMPLATE);
    }

    /** A new database as its owner sees it, without what may stand before it. */
    static DatabaseOptions.Postgres directly() {
        DatabaseOptions.Postgres made = (DatabaseOptions.Postgres) database();
        String name = made.url().replaceFirst("^.*/", "").replaceFirst("\\?.*$", "");
        return LESSER == null ? made : LESSER.direct(name);
    }

    /** Of a database that nobody has open. */
    static DatabaseOptions copy(DatabaseOptions database) {
        String url = ((DatabaseOptions.Postgres) database).url();
        return copyOf(url.replaceFirst("^.*/", "").replaceFirst("\\?.*$", ""));
    }

    private static DatabaseOptions copyOf(String template) {
        String name = "cairn" + NEXT.incrementAndGet();
        run("CREATE DATABASE %s TEMPLATE %s OWNER %s STRATEGY FILE_COPY"
                .formatted(name, template, LESSER == null ? "postgres" : "cairn"));
        return LESSER == null ? options(name) : LESSER.options(name);
    }

    private static DatabaseOptions.Postgres made(String name) {
        run("CREATE DATABASE " + name);
        return options(name);
    }

    /** A copy is made of what nobody has open, and pgbouncer would keep it open. */
    private static DatabaseOptions.Postgres direct(LesserPostgres lesser) {
        lesser.create(TEMPLATE);
        return lesser.direct(TEMPLATE);
    }

    private static DatabaseOptions.Postgres options(String name) {
        return new DatabaseOptions.Postgres(SERVER.getJdbcUrl("postgres", name), "postgres", "postgres");
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
            return TestPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
