package dev.cairn.persistence;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.persistence.jdbc.PersistenceProperties;
import dev.cairn.schema.Engine;
import dev.cairn.testkit.TestPostgres;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** One database per engine and JVM, opened at first use; tests keep to their own projects. */
public final class TestStores {
    private final ApplicationContext context;

    private static final class OfSqlite {
        static final TestStores STORES = new TestStores(new DatabaseOptions.Sqlite(temporaryFile()));
    }

    private static final class OfPostgres {
        static final TestStores STORES = new TestStores(TestPostgres.options());
    }

    public TestStores(DatabaseOptions options) {
        context = ApplicationContext.builder()
                .properties(PersistenceProperties.of(options))
                .singletons(options, Clock.systemUTC())
                .start();
    }

    static TestStores of(Engine engine) {
        return switch (engine) {
            case SQLITE -> sqlite();
            case POSTGRESQL -> postgres();
        };
    }

    public static TestStores sqlite() {
        return OfSqlite.STORES;
    }

    public static TestStores postgres() {
        return OfPostgres.STORES;
    }

    public static Path temporaryFile() {
        try {
            Path folder = Files.createTempDirectory("cairn");
            folder.toFile().deleteOnExit();
            return folder.resolve("cairn.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ApplicationContext context() {
        return context;
    }

    <T> T port(Class<T> type) {
        return context.getBean(type);
    }
}
