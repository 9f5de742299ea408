package dev.cairn.schema.migration;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.Moving;
import dev.cairn.schema.sql.SqlText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings one database to the newest schema, or back; every migration whole or not at all. */
public final class Migrator {
    /** A deadlock, and a lock that was waited for too long. */
    private static final Set<String> LOST_RACES = Set.of("40P01", "55P03");
    /** A migration that never gets its tables for itself has failed after this. */
    private static final long LOSING_NANOS = TimeUnit.MINUTES.toNanos(2);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

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

    /** Returns the applied migrations, in order. */
    public List<Applied> applied() {
        try (Connection connection = target.open()) {
            return Applied.in(connection);
        } catch (SQLException e) {
            throw new StorageException("The history of the schema cannot be read: " + e.getMessage(), e);
        }
    }

    /** Counts the rows of each table of a SQLite database. */
    public Map<String, Long> counts() throws SQLException {
        try (Connection connection = target.open()) {
            return ScriptRunner.counts(connection);
        }
    }

    /**
     * Returns the migrations that are not applied yet.
     *
     * @throws StorageException when the program cannot live with what a newer one has made of the database, or an applied migration
     *     was edited
     */
    public List<Script> pending() {
        List<Applied> applied = applied();
        requireLivable(applied);
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

    /** Fails when a newer migration is not compatible with this program; on SQLite none is, as a program has it alone (P9). */
    private void requireLivable(List<Applied> applied) {
        boolean livable = newer(applied)
                .allMatch(each -> target.engine() == Engine.POSTGRESQL
                        && switch (each.step()) {
                            case EXPAND -> true;
                            case CONTRACT -> each.version() == scripts.newest() + 1;
                            case BREAK -> false;
                        });
        if (!livable) {
            throw tooNew(applied);
        }
    }

    private Stream<Applied> newer(List<Applied> applied) {
        return applied.stream().filter(each -> each.version() > scripts.newest());
    }

    /** @throws StorageException when a newer program has changed the schema, be it only by what this one may live beside */
    public void requireKnown() {
        List<Applied> applied = applied();
        if (newer(applied).findAny().isPresent()) {
            throw tooNew(applied);
        }
    }

    private StorageException tooNew(List<Applied> applied) {
        return target.tooNew(applied.getLast().version(), scripts.newest());
    }

    /** Returns the first applied migration whose script has changed since. */
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
     * @throws StorageException naming the statement that failed; the database is as it was before that migration. Also when the
     *     database is being moved, or is not filled yet by a move
     */
    public int migrate() {
        requireFilled();
        List<Script> pending = pending();
        if (!pending.isEmpty()) {
            requireNotMoving();
        }
        int applied = 0;
        for (Script script : pending) {
            applied += apply(script) ? 1 : 0;
        }
        return applied;
    }

    /**
     * Answers false when somebody else was faster. Servers go on while a migration needs their tables for itself: it gives way to them, and
     * begins again (G6).
     */
    private boolean apply(Script script) {
        long end = System.nanoTime() + LOSING_NANOS;
        while (true) {
            try (Connection connection = target.open()) {
                connection.setAutoCommit(false);
                try {
                    return applied(connection, script);
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    if (applied().stream().anyMatch(each -> each.version() == script.version())) {
                        return false;
                    }
                    if (!lostRace(e) || System.nanoTime() > end) {
                        throw e;
                    }
                }
            } catch (SQLException e) {
                throw failed("The database could not be brought to the current schema", e);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS));
        }
    }

    private static boolean lostRace(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOST_RACES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private boolean applied(Connection connection, Script script) throws SQLException {
        History history = new History(connection, target.engine());
        long started = System.nanoTime();
        if (!history.enter(script)) {
            connection.rollback();
            return false;
        }
        runner.run(connection, script.file(), script.statements());
        stamp(connection, script.version());
        history.took(script, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
        connection.commit();
        return true;
    }

    /** The head of a SQLite file says its version, too. */
    private void stamp(Connection connection, int version) throws SQLException {
        if (target.engine() == Engine.SQLITE) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA user_version = " + version);
            }
        }
    }

    /**
     * Returns the migrations to take back to reach {@code version}, the newest first.
     *
     * @throws StorageException when there is no way back to it
     */
    public List<Script> back(int version) {
        if (version < 1) {
            throw new StorageException(
                    "The first migration is the beginning: there is nothing before it to go back to");
        }
        pending();
        requireKnown(); // The newest go first, and this program does not have their way back.
        List<Applied> applied = applied();
        return scripts.all().stream()
                .filter(script -> script.version() > version
                        && applied.stream().anyMatch(each -> each.version() == script.version()))
                .toList()
                .reversed();
    }

    /**
     * Takes back every migration above {@code version}, the newest first, each in a transaction of its own: one that fails leaves those
     * before it taken back, which is said.
     *
     * @param backup where the database was saved before, for the log
     * @return the scripts that were taken back
     */
    public List<Script> rollback(int version, Instant now, @Nullable String backup) {
        List<Script> back = back(version);
        requireNotMoving();
        List<Script> done = new ArrayList<>();
        try (Connection connection = target.open()) {
            connection.setAutoCommit(false);
            for (Script script : back) {
                takeBack(connection, script, now, backup);
                done.add(script);
            }
        } catch (SQLException e) {
            throw done.isEmpty() ? failed("The migration could not be taken back", e) : halfway(done, e);
        }
        return back;
    }

    /** Refuses a database that a move has not filled yet: writes to it would be lost, or end the move. */
    private void requireFilled() {
        if (has(Moving.TARGET)) {
            throw new StorageException(
                    "%s is being filled by cairn move, which is not done: run the same command again, where it was run before"
                            .formatted(target.name()));
        }
    }

    private void requireNotMoving() {
        if (has(Moving.SOURCE)) {
            throw new StorageException(
                    "%s is being moved, or was moved, and its schema stays as it is until cairn move --abort"
                            .formatted(target.name()));
        }
    }

    private boolean has(String table) {
        try (Connection connection = target.open();
                ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        } catch (SQLException e) {
            throw new StorageException("The tables of the database cannot be read: " + e.getMessage(), e);
        }
    }

    private void takeBack(Connection connection, Script script, Instant now, @Nullable String backup)
            throws SQLException {
        try {
            runner.run(connection, script.backFile(), script.backStatements());
            History history = new History(connection, target.engine());
            history.remove(script);
            Object at = switch (target.engine()) {
                case SQLITE -> now.toEpochMilli();
                case POSTGRESQL -> Timestamp.from(now);
            };
            history.update(
                    "INSERT INTO schema_log (id, at, version, script, backup)"
                            + " SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM schema_log",
                    at,
                    script.version(),
                    script.backFile(),
                    backup);
            stamp(connection, script.version() - 1);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static StorageException halfway(List<Script> done, SQLException e) {
        String files = done.stream().map(Script::backFile).collect(Collectors.joining(", "));
        return new StorageException(
                "Not all migrations could be taken back: %s is taken back, and the database is at schema %d.%n%s"
                        .formatted(files, done.getLast().version() - 1, e.getMessage()),
                e);
    }

    private static StorageException failed(String what, SQLException e) {
        return new StorageException("%s; it is as it was before.%n%s".formatted(what, e.getMessage()), e);
    }
}
