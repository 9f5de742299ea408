package dev.cairn.schema.migration;

import dev.cairn.application.database.DatabaseAdministration.Progress;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.PostgresPrograms.Program;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.sql.Statements;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.Leftovers;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies of a PostgreSQL database by {@code pg_dump}, and back by {@code pg_restore} (ADR 41). A dump is of one snapshot, while
 * others write. What is put back takes the place of what was there in one transaction, after it has been looked at.
 */
public final class Dumps {
    private static final String LOCK_PATIENCE = "SET LOCAL lock_timeout = '5s'";
    /** While another program copies, the transaction says nothing. */
    private static final String WAITING = "SET LOCAL idle_in_transaction_session_timeout = 0";

    /** Our servers, by the names they give themselves. */
    private static final String USERS = """
            SELECT coalesce(host(client_addr), 'this machine') AS place, count(*) AS connections FROM pg_stat_activity
             WHERE datname = current_database() AND application_name IN ('cairn', 'cairn readiness')
             GROUP BY place ORDER BY place""";
    /** The tables and views, except those of extensions. */
    private static final String THERE = """
            SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind, quote_ident(c.relname) AS name
              FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v')
               AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')""";

    private final PostgresTarget target;
    private final PostgresPrograms programs;
    private final BackupFolder folder;
    private final Clock clock;

    public Dumps(PostgresTarget target, Path folder, Clock clock) {
        this(target, new PostgresPrograms(target), folder, clock);
    }

    Dumps(PostgresTarget target, PostgresPrograms programs, Path folder, Clock clock) {
        this.target = target;
        this.programs = programs;
        this.folder = new BackupFolder(folder, "dump");
        this.clock = clock;
    }

    /** Inspects the restored database, in the transaction that is about to commit. */
    public interface Inspection {
        void of(Connection connection) throws SQLException;
    }

    /**
     * Makes a copy and prunes all but the newest ten.
     *
     * @throws StorageException when it cannot be made; nothing is left of it, older ones stay
     */
    public Backups.Backup create(Progress progress) {
        Backups.Backup saved = save(progress);
        try {
            folder.prune(saved.file());
        } catch (IOException e) {
            throw new StorageException("Old backups cannot be removed: " + PrivateFiles.reason(e), e);
        }
        return saved;
    }

    private Backups.Backup save(Progress progress) {
        try (Connection connection = target.open()) {
            Program program = program("pg_dump", connection);
            List<Applied> applied = Applied.in(connection);
            if (applied.isEmpty()) {
                throw new StorageException("There is nothing of Cairn in %s yet".formatted(target.name()));
            }
            String schema = connection.getSchema();
            long tables = tables(connection);
            Leftovers.remove(folder.path());
            DatabaseFile draft = folder.draft(Leftovers.Kind.DRAFT);
            draft.discard();
            try {
                PrivateFiles.create(draft.path());
                AtomicLong done = new AtomicLong();
                programs.run(
                        program,
                        List.of(
                                "--format=custom",
                                "--no-password",
                                "--no-owner",
                                "--no-privileges",
                                "--verbose",
                                "--schema=\"" + schema + "\"", // a pattern, in which quotes make a name
                                "--file=" + draft.path()),
                        InputStream::readAllBytes,
                        line -> {
                            if (line.contains("dumping contents of table")) {
                                progress.at(done.getAndIncrement(), tables);
                            }
                        });
                requireReadable(program("pg_restore", connection), draft.path());
                return folder.named(draft, clock.instant(), applied.getLast().version());
            } finally {
                draft.discard();
            }
        } catch (SQLException e) {
            throw new StorageException("No backup could be made of %s: %s".formatted(target.name(), e.getMessage()), e);
        } catch (IOException e) {
            throw new StorageException(
                    "No backup could be made in %s: %s".formatted(folder.path(), PrivateFiles.reason(e)), e);
        }
    }

    /**
     * Puts a dump in the place of what is there, which is saved before.
     *
     * @param takingAlong whether what hangs on it, elsewhere in the database, may go too
     * @param inspection what else is asked of what takes its place, and done to it; what it throws leaves everything as it was
     * @return where what was there is now, if there was anything
     */
    public Optional<Path> restore(Path backup, boolean takingAlong, Inspection inspection, Progress progress) {
        try (Connection connection = target.open()) {
            Program program = program("pg_restore", connection);
            BackupFolder.requireSaved(backup);
            List<String> contents = requireReadable(program, backup);
            requireUnused(connection);
            connection.setAutoCommit(false);
            String path = Statements.text(connection, "SHOW search_path");
            String schema = connection.getSchema();
            lock(connection);
            Optional<Path> saved = Applied.in(connection).isEmpty()
                    ? Optional.empty()
                    : Optional.of(save(Progress.NONE).file());
            drop(connection, takingAlong);
            fill(connection, program, schema, backup, progress, contents);
            try (PreparedStatement back = connection.prepareStatement("SELECT set_config('search_path', ?, true)")) {
                back.setString(1, path);
                back.execute();
            }
            if (Applied.in(connection).isEmpty()) {
                throw new StorageException("%s holds nothing of Cairn for the schema %s".formatted(backup, schema));
            }
            inspection.of(connection);
            connection.commit();
            return saved;
        } catch (SQLException e) {
            String why = "55P03".equals(e.getSQLState())
                    ? "somebody works on it: stop the servers, and what else has it open"
                    : e.getMessage();
            throw new StorageException(
                    "%s cannot be restored: %s. %s is as it was".formatted(backup, why, target.name()), e);
        } catch (IOException e) {
            throw new StorageException("%s cannot be restored: %s".formatted(backup, PrivateFiles.reason(e)), e);
        }
    }

    private void fill(
            Connection connection,
            Program program,
            String schema,
            Path backup,
            Progress progress,
            List<String> contents) {
        long tables =
                contents.stream().filter(line -> line.contains(" TABLE DATA ")).count();
        AtomicLong done = new AtomicLong();
        List<String> arguments =
                List.of("--no-owner", "--no-privileges", "--schema=" + schema, "--file=-", backup.toString());
        Optional<SQLException> failure = programs.run(
                program,
                arguments,
                script -> {
                    try {
                        new DumpScript(connection, script, () -> progress.at(done.incrementAndGet(), tables)).run();
                        return Optional.empty();
                    } catch (SQLException e) {
                        script.transferTo(OutputStream.nullOutputStream()); // So that the program ends in peace.
                        return Optional.of(e);
                    }
                },
                _ -> {});
        failure.ifPresent(e -> {
            throw new StorageException(
                    "%s cannot be restored: %s. %s is as it was".formatted(backup, e.getMessage(), target.name()), e);
        });
    }

    /** Reads the whole archive, and answers its contents. */
    private List<String> requireReadable(Program program, Path dump) {
        if (Files.isDirectory(dump)) {
            throw new StorageException("%s is a folder".formatted(dump));
        }
        programs.run(
                program,
                List.of("--file=-", dump.toString()),
                in -> in.transferTo(OutputStream.nullOutputStream()),
                _ -> {});
        return programs.run(
                program,
                List.of("--list", dump.toString()),
                in -> new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList(),
                _ -> {});
    }

    /** Finds a program; fails behind a pooler, which would hand its connection settings on to other clients. */
    private Program program(String name, Connection connection) throws SQLException {
        if (PostgresTarget.isPooled(connection)) {
            throw new StorageException("%s is a pooler: for this, CAIRN_DATABASE_URL has to name PostgreSQL itself"
                    .formatted(target.name()));
        }
        return programs.find(name, connection.getMetaData().getDatabaseMajorVersion());
    }

    /** Answers why no backup can be made from here; empty when it can. */
    public Optional<String> hindrance() {
        try (Connection connection = target.open()) {
            var _ = program("pg_dump", connection);
            var _ = program("pg_restore", connection);
            return Optional.empty();
        } catch (StorageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new StorageException("%s cannot be read: %s".formatted(target.name(), e.getMessage()), e);
        }
    }

    /** @throws StorageException when servers have the database open */
    public void requireUnused() {
        try (Connection connection = target.open()) {
            requireUnused(connection);
        } catch (SQLException e) {
            throw new StorageException("%s cannot be read: %s".formatted(target.name(), e.getMessage()), e);
        }
    }

    private void requireUnused(Connection connection) throws SQLException {
        List<String> users = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(USERS)) {
            while (row.next()) {
                users.add("%s (%d connections)".formatted(row.getString("place"), row.getInt("connections")));
            }
        }
        if (!users.isEmpty()) {
            throw new StorageException(
                    "Servers of Cairn use %s, from %s: stop them first. A pooler keeps connections open a while longer"
                            .formatted(target.name(), String.join(", ", users)));
        }
    }

    /**
     * Locks all tables: clients that were not detected may still read while it is saved, but change nothing that would be lost.
     */
    private static void lock(Connection connection) throws SQLException {
        Statements.run(connection, LOCK_PATIENCE);
        Statements.run(connection, WAITING);
        List<String> tables = there(connection, "TABLE");
        if (!tables.isEmpty()) {
            Statements.run(
                    connection, "LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE".formatted(String.join(", ", tables)));
        }
    }

    private static List<String> there(Connection connection, String kind) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(THERE)) {
            while (row.next()) {
                if (kind.equals(row.getString("kind"))) {
                    names.add(row.getString("name"));
                }
            }
        }
        return names;
    }

    private static void drop(Connection connection, boolean takingAlong) throws SQLException {
        List<String> views = there(connection, "VIEW");
        List<String> tables = there(connection, "TABLE");
        String along = takingAlong ? " CASCADE" : "";
        if (!views.isEmpty()) {
            Statements.run(connection, "DROP VIEW " + String.join(", ", views) + along);
        }
        if (!tables.isEmpty()) {
            Statements.run(connection, "DROP TABLE " + String.join(", ", tables) + along);
        }
        Statements.run(
                connection, Thaw.DROP_FUNCTION); // A database that was being moved has it, and so may its backup.
    }

    private static long tables(Connection connection) throws SQLException {
        return Long.parseLong(Statements.text(
                connection,
                "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"));
    }
}
