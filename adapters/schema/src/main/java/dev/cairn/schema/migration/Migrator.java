package dev.cairn.schema.migration;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.sql.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;

/** Brings one database to the newest schema, or back; every migration whole or not at all. */
public final class Migrator {
    private final Target target;
    private final Scripts scripts;
    private final ScriptRunner runner;

    public Migrator(Target target, Scripts scripts) {
        this(target, scripts, _ -> {});
    }

    /** @param observer told each statement before it runs */
    Migrator(Target target, Scripts scripts, Consumer<SqlText.Statement> observer) {
        this.target = target;
        this.scripts = scripts;
        this.runner = new ScriptRunner(target.engine(), observer);
    }

    /** What has been applied, in order. */
    public List<Applied> applied() {
        try (Connection connection = target.open()) {
            return Applied.in(connection);
        } catch (SQLException e) {
            throw new StorageException("The history of the schema cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many rows each table of a SQLite database has. */
    public Map<String, Long> counts() throws SQLException {
        try (Connection connection = target.open()) {
            return ScriptRunner.counts(connection);
        }
    }

    /**
     * What would be applied.
     *
     * @throws StorageException when the database is newer than the program, or an applied migration was edited
     */
    public List<Script> pending() {
        List<Applied> applied = applied();
        int newest = applied.stream().mapToInt(Applied::version).max().orElse(0);
        if (newest > scripts.newest()) {
            throw target.tooNew(newest, scripts.newest());
        }
        changed(applied).ifPresent(script -> {
            throw new StorageException(
                    ("%s was made by another build of Cairn, whose schema was never released: %s was edited after it had"
                                    + " been applied. Export its projects with that build (cairn export) and import them"
                                    + " here into a new data directory, or put a backup of a released version back (cairn"
                                    + " db restore). In a checkout: put the file back as it was; generate writes what has"
                                    + " to change as a new migration")
                            .formatted(target.name(), script.file()));
        });
        return scripts.all().stream()
                .filter(script -> applied.stream().noneMatch(each -> each.version() == script.version()))
                .toList();
    }

    /** The first migration whose file is not what was applied. */
    public Optional<Script> changed(Collection<Applied> applied) {
        return scripts.all().stream()
                .filter(script -> applied.stream()
                        .anyMatch(each -> each.version() == script.version() && each.checksum() != script.checksum()))
                .findFirst();
    }

    /**
     * Applies what is pending.
     *
     * @return how many
     * @throws StorageException naming the statement that failed; the database is as it was before that migration
     */
    public int migrate() {
        if (pending().isEmpty()) {
            return 0;
        }
        try {
            return Flyway.configure()
                    .dataSource(target.source())
                    .resolvers(new Resolver())
                    .skipDefaultResolvers(true)
                    .skipDefaultCallbacks(true)
                    .loggers("slf4j")
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw failed("The database could not be brought to the current schema", e);
        }
    }

    /**
     * What would be taken back to reach {@code version}, the newest first.
     *
     * @throws StorageException when there is no way back to it
     */
    public List<Script> back(int version) {
        if (version < 1) {
            throw new StorageException(
                    "The first migration is the beginning: there is nothing before it to go back to");
        }
        pending();
        List<Applied> applied = applied();
        return scripts.all().stream()
                .filter(script -> script.version() > version
                        && applied.stream().anyMatch(each -> each.version() == script.version()))
                .toList()
                .reversed();
    }

    /**
     * Takes back every migration above {@code version}, the newest first, each in a transaction of its own.
     *
     * @param backup where the database was saved before, for the log
     * @return the scripts that were taken back
     */
    public List<Script> rollback(int version, Instant now, @Nullable String backup) {
        List<Script> back = back(version);
        try (Connection connection = target.open()) {
            connection.setAutoCommit(false);
            for (Script script : back) {
                takeBack(connection, script, now, backup);
            }
        } catch (SQLException e) {
            throw failed("The migration could not be taken back", e);
        }
        return back;
    }

    private void takeBack(Connection connection, Script script, Instant now, @Nullable String backup)
            throws SQLException {
        try {
            runner.run(connection, script.backFile(), script.backStatements());
            update(connection, "DELETE FROM flyway_schema_history WHERE version = ?", String.valueOf(script.version()));
            Object at = switch (target.engine()) {
                case SQLITE -> now.toEpochMilli();
                case POSTGRESQL -> Timestamp.from(now);
            };
            update(
                    connection,
                    "INSERT INTO schema_log (id, at, version, script, backup)"
                            + " SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM schema_log",
                    at,
                    script.version(),
                    script.backFile(),
                    backup);
            if (target.engine() == Engine.SQLITE) {
                try (PreparedStatement statement =
                        connection.prepareStatement("PRAGMA user_version = " + (script.version() - 1))) {
                    statement.execute();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** What happened, in the words of the statement that failed. */
    private static StorageException failed(String what, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new StorageException("%s; it is as it was before.%n%s".formatted(what, sql.getMessage()), e);
            }
        }
        return new StorageException(what + ": " + e.getMessage(), e);
    }

    /** Hands Flyway the scripts. */
    private final class Resolver implements MigrationResolver {
        @Override
        public Collection<ResolvedMigration> resolveMigrations(Context context) {
            return scripts.all().stream()
                    .<ResolvedMigration>map(script -> new ScriptMigration(script, target.engine(), runner))
                    .toList();
        }
    }
}
