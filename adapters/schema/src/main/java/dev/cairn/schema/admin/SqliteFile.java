package dev.cairn.schema.admin;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.generate.Drift;
import dev.cairn.schema.migration.Backups;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.LocalDisk;
import dev.cairn.sqlite.PrivateFiles;
import dev.cairn.sqlite.SqlFailure;
import dev.cairn.sqlite.SqliteErrors;
import dev.cairn.sqlite.SqliteHeader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/**
 * Looks at a file before it is opened, so that nobody else's database is ever changed, and makes a new one whole or not
 * at all. A database is made only where there is none: not its file, not what SQLite leaves beside a file in use.
 */
public final class SqliteFile {
    private static final Logger LOG = System.getLogger(SqliteFile.class.getName());

    private final Path file;
    private final DatabaseFile database;
    private final Scripts scripts;
    private final Backups backups;

    private SqliteFile(Path file, Scripts scripts, Clock clock) {
        this.file = file;
        this.database = new DatabaseFile(file);
        this.scripts = scripts;
        this.backups = new Backups(file, clock);
    }

    /**
     * Makes the file, or looks at it and brings it to the newest schema; before anything in it is migrated, it is backed up.
     *
     * @throws StorageException when the file is not ours, damaged, or written by a newer version; it is left as it is
     */
    public static void prepare(Path file, Clock clock) {
        prepare(file, Scripts.builtIn(Engine.SQLITE), clock, LocalDisk::type);
    }

    static void prepare(Path named, Scripts scripts, Clock clock, LocalDisk.Types types) {
        Path file = real(named);
        requireLocal(file, types);
        SqliteFile sqlite = new SqliteFile(file, scripts, clock);
        sqlite.backups.tidy();
        if (Files.exists(file)) {
            sqlite.inspect();
            sqlite.migrate();
        } else {
            sqlite.create();
        }
    }

    /** Checks that the file is on this machine: SQLite's WAL needs locks and shared memory, which end there. */
    private static void requireLocal(Path file, LocalDisk.Types types) {
        try {
            LocalDisk.remote(file, types).ifPresent(type -> {
                throw new StorageException(
                        "%s is on a network file system (%s), where SQLite loses data: choose a folder on a local disk"
                                .formatted(file, type));
            });
        } catch (IOException e) {
            throw new StorageException("The file system of " + file + " cannot be determined", e);
        }
    }

    /** Answers the file itself: SQLite keeps the WAL beside it, not beside a link to it. */
    private static Path real(Path named) {
        Path file = named.toAbsolutePath();
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new StorageException(file + " is a link to a file that is not there");
        }
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read", e);
        }
    }

    private void inspect() {
        boolean unclean = isLeft(DatabaseFile.WAL) || isLeft(DatabaseFile.JOURNAL);
        SqliteHeader header = header(file, unclean);
        if (header.applicationId() != SqliteTarget.APPLICATION_ID) {
            throw new StorageException(file + " is the database of another program");
        }
        requireKnown(header.userVersion());
        if (!Files.isWritable(file) || !Files.isWritable(database.folder())) {
            throw new StorageException(file + " cannot be written: look at the permissions of it and of its folder");
        }
        // A read-only connection moves no WAL into the file; only a hot rollback journal needs a writing one.
        try (Connection connection =
                open(file, isLeft(DatabaseFile.JOURNAL) ? SQLiteOpenMode.READWRITE : SQLiteOpenMode.READONLY)) {
            requireKnown(pragma(connection, "user_version"));
            if (unclean) {
                quickCheck(file, connection);
            }
            requireSchema(file, connection);
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private static SqliteHeader header(Path file, boolean unclean) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new StorageException(file + " is not a file");
            }
            long length = Files.size(file);
            if (length == 0) {
                throw new StorageException(file + " is empty: it is no database, remove it or name another one");
            }
            SqliteHeader header = SqliteHeader.read(file)
                    .orElseThrow(() ->
                            new StorageException(file + " is not a SQLite database, or its beginning is damaged"));
            if (!unclean && header.applicationId() == SqliteTarget.APPLICATION_ID && length < header.length()) {
                throw new StorageException("%s is damaged: it has %d bytes of %d; put the file back from a backup"
                        .formatted(file, length, header.length()));
            }
            return header;
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read", e);
        }
    }

    private void requireKnown(int version) {
        if (version > scripts.newest()) {
            throw new SqliteTarget(file).tooNew(version, scripts.newest());
        }
    }

    /** Checks the whole file, after an unclean stop only, as it reads all of it. */
    private static void quickCheck(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = row.next() ? row.getString(1) : "no answer";
            if (!found.equals("ok")) {
                throw damaged(file, found.strip().replace('\n', ' '), null);
            }
        }
    }

    /**
     * Checks that the tables are there. A database of ours was made whole: without its tables it is damaged, and must not be
     * given empty ones.
     */
    private static void requireSchema(Path file, Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM flyway_schema_history")) {
            if (row.next() && row.getInt(1) > 0) {
                return;
            }
        } catch (SQLException e) {
            throw damaged(file, e.getMessage(), e);
        }
        throw damaged(file, "no migration has run", null);
    }

    private void migrate() {
        try {
            Migrator migrator = new Migrator(new SqliteTarget(file), scripts);
            if (!migrator.pending().isEmpty()) {
                requireNoDrift();
                Path backup = backups.create().file();
                LOG.log(
                        Level.INFO,
                        () -> "%s is saved as %s and brought to schema %d".formatted(file, backup, scripts.newest()));
                migrator.migrate();
            }
        } catch (StorageException e) {
            SQLException cause = SqlFailure.causeOf(e);
            throw cause != null && damage(cause) ? failure(file, cause) : e;
        }
    }

    /** Refuses foreign objects: a migration would drop those that depend on a table it rebuilds. */
    private void requireNoDrift() {
        try (Connection connection = open(file, SQLiteOpenMode.READONLY)) {
            Drift.of(connection, scripts)
                    .require("%s must be brought to schema %d, and holds what its migrations did not make"
                            .formatted(file, scripts.newest()));
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    /**
     * Makes the database under another name beside its own, until it is complete and on disk: a kill leaves no half of it
     * under the real name.
     */
    private void create() {
        for (String suffix : List.of(DatabaseFile.WAL, DatabaseFile.JOURNAL)) {
            if (isLeft(suffix)) {
                throw new StorageException(
                        "%s is gone, but %s%s is still there with its last changes: put the file back"
                                .formatted(file, file.getFileName(), suffix));
            }
        }
        backups.requireNoneRestored();
        DatabaseFile draft = new DatabaseFile(database.beside(".new"));
        try {
            PrivateFiles.createFolders(database.folder());
            draft.discard();
            PrivateFiles.create(draft.path());
            try {
                fill(draft.path());
                draft.force();
                Files.move(draft.path(), file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                draft.discard();
            }
            database.forceName();
        } catch (IOException | SQLException | StorageException e) {
            throw new StorageException("%s cannot be made: %s".formatted(file, reason(e)), e);
        }
    }

    /** Makes an empty database of the newest schema under a name that is never opened, for a move to fill and rename. */
    public static void makeDraft(Path draft, Clock clock) {
        requireLocal(draft, LocalDisk::type);
        DatabaseFile database = new DatabaseFile(draft);
        try {
            PrivateFiles.createFolders(database.folder());
            database.discard();
            PrivateFiles.create(draft);
            new SqliteFile(draft, Scripts.builtIn(Engine.SQLITE), clock).fill(draft);
        } catch (IOException | SQLException | StorageException e) {
            throw new StorageException("%s cannot be made: %s".formatted(draft, reason(e)), e);
        }
    }

    private static String reason(Exception failure) {
        SQLException cause = SqlFailure.causeOf(failure);
        if (cause != null) {
            return String.valueOf(cause.getMessage());
        }
        return failure instanceof IOException file ? PrivateFiles.reason(file) : String.valueOf(failure.getMessage());
    }

    private void fill(Path draft) throws SQLException {
        try (Connection connection = open(draft, SQLiteOpenMode.READWRITE)) {
            set(connection, "application_id", SqliteTarget.APPLICATION_ID);
        }
        new Migrator(new SqliteTarget(draft), scripts).migrate();
        try (Connection connection = open(draft, SQLiteOpenMode.READWRITE)) {
            pragma(connection, "journal_mode = wal");
        }
    }

    private boolean isLeft(String suffix) {
        try {
            Path beside = database.beside(suffix);
            return Files.exists(beside) && Files.size(beside) > 0;
        } catch (IOException e) {
            throw new StorageException(file + suffix + " cannot be read", e);
        }
    }

    private static StorageException failure(Path file, SQLException e) {
        return damage(e)
                ? damaged(file, e.getMessage(), e)
                : new StorageException("%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }

    private static StorageException damaged(Path file, @Nullable String how, @Nullable SQLException cause) {
        String message = "%s is damaged (%s): put the file back from a backup".formatted(file, how);
        return cause == null ? new StorageException(message) : new StorageException(message, cause);
    }

    private static boolean damage(SQLException e) {
        SQLiteErrorCode code = SqliteErrors.code(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    private static Connection open(Path file, SQLiteOpenMode... modes) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.resetOpenMode(SQLiteOpenMode.READWRITE);
        for (SQLiteOpenMode mode : modes) {
            config.setOpenMode(mode);
        }
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void set(Connection connection, String pragma, int value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma + " = " + value);
        }
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
