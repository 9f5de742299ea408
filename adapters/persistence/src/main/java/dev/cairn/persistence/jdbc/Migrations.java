package dev.cairn.persistence.jdbc;

import dev.cairn.persistence.StorageException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sqlite.SQLiteDataSource;

/** Brings a database to the current schema before anybody else opens it. */
final class Migrations {
    /** The newest migration: written to a SQLite file as its {@code user_version}. */
    static final int VERSION = 1;

    private Migrations() {}

    static void migrate(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        source.setEnforceForeignKeys(true);
        migrate(Engine.SQLITE, Flyway.configure().dataSource((DataSource) source));
    }

    static void migrate(DatabaseOptions.Postgres options) {
        migrate(Engine.POSTGRESQL, Flyway.configure().dataSource(options.url(), options.user(), options.password()));
    }

    private static void migrate(Engine engine, FluentConfiguration configuration) {
        try {
            configuration.locations(engine.migrations()).loggers("slf4j").load().migrate();
        } catch (FlywayException e) {
            throw new StorageException("The database could not be brought to the current schema", e);
        }
    }
}
