package dev.cairn.schema.admin;

import dev.cairn.application.database.DatabaseAdministration.Progress;
import dev.cairn.application.database.DatabaseAdministration.Restored;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.generate.Drift;
import dev.cairn.schema.migration.Applied;
import dev.cairn.schema.migration.Backups;
import dev.cairn.schema.migration.Dumps;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.migration.Thaw;
import dev.cairn.schema.sql.Statements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts a backup in the place of a database; an unfit one is refused first, and leaves everything as it was.
 *
 * @param whenRestored the statement that is run in a backup before it takes the place of the database
 * @param dumps the folder of a PostgreSQL database's backups
 * @param drift of a file
 */
record Restoring(
        Target target, Scripts scripts, Clock clock, String whenRestored, Path dumps, Function<Target, Drift> drift) {
    /** @param named a file, or the name of one of those that are kept */
    Restored restore(Path named, boolean acceptDrift, Progress progress) {
        Path backup = found(named);
        List<String> found = new ArrayList<>();
        Optional<Path> saved = switch (target) {
            case SqliteTarget sqlite ->
                new Backups(sqlite.file(), clock).restore(backup.toAbsolutePath(), scripts.newest(), file -> {
                    accept(drift.apply(new SqliteTarget(file)), backup, acceptDrift, found);
                    begin(file);
                });
            case PostgresTarget postgres -> restore(postgres, backup, acceptDrift, found, progress);
        };
        return new Restored(target.name(), saved.map(Path::toString).orElse(null), found);
    }

    private Optional<Path> restore(
            PostgresTarget postgres, Path backup, boolean acceptDrift, List<String> found, Progress progress) {
        if (!acceptDrift) {
            try (Connection connection = postgres.open()) {
                Drift.of(connection, scripts, postgres::open)
                        .foreign()
                        .require("%s holds what this version of Cairn did not make".formatted(target.name()));
            } catch (SQLException e) {
                throw new StorageException("%s cannot be read: %s".formatted(target.name(), e.getMessage()), e);
            }
        }
        Dumps.Inspection inspection = connection -> {
            int version = Applied.in(connection).getLast().version();
            if (version > scripts.newest()) {
                throw target.tooNew(version, scripts.newest());
            }
            accept(Drift.of(connection, scripts, postgres::open), backup, acceptDrift, found);
            Thaw.of(connection, Engine.POSTGRESQL);
            Statements.run(connection, whenRestored);
        };
        return new Dumps(postgres, dumps, clock).restore(backup.toAbsolutePath(), acceptDrift, inspection, progress);
    }

    private static void accept(Drift drift, Path backup, boolean acceptDrift, List<String> found) {
        if (!acceptDrift) {
            drift.require("%s holds what no migration of Cairn made".formatted(backup));
        }
        found.addAll(drift.found());
    }

    /** Makes the restored file a database of its own: removes the marks of a move under which it was saved. */
    private void begin(Path file) {
        try (Connection connection = new SqliteTarget(file).open()) {
            connection.setAutoCommit(false);
            Thaw.of(connection, Engine.SQLITE);
            Statements.run(connection, whenRestored);
            connection.commit();
        } catch (SQLException e) {
            throw new StorageException("%s cannot be changed: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Returns the backup's path; a bare name that does not exist is looked for among the kept backups. */
    private Path found(Path backup) {
        if (Files.exists(backup)) {
            return backup;
        }
        Path kept = switch (target) {
            case SqliteTarget sqlite -> Backups.folderOf(sqlite.file());
            case PostgresTarget _ -> dumps;
        };
        Path one = kept.resolve(String.valueOf(backup.getFileName()));
        return backup.getNameCount() == 1 && Files.exists(one) ? one : backup;
    }
}
