package dev.cairn.schema.migration;

import dev.cairn.application.database.DatabaseAdministration.KeptBackup;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.Leftovers;
import dev.cairn.sqlite.PrivateFiles;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;

/**
 * Copies of a SQLite database in the folder {@code backups} beside it, each checked before it gets its name (P10). Writers go on
 * meanwhile: the copy is what had been committed when it began.
 */
public final class Backups {
    private static final String RESTORED = ".restored";
    private static final Logger LOG = System.getLogger(Backups.class.getName());

    private final DatabaseFile database;
    private final BackupFolder folder;
    private final Clock clock;

    public Backups(Path database, Clock clock) {
        this.database = new DatabaseFile(database);
        this.folder = folder(this.database);
        this.clock = clock;
    }

    /** A copy of a database, with its schema version and checksum. */
    public record Backup(Path file, int version, long bytes, String sha256) {}

    /**
     * Makes a copy and prunes all but the newest ten.
     *
     * @throws StorageException when it cannot be made or is not sound; nothing is left of it, older ones stay
     */
    public Backup create() {
        try {
            Backup saved = save();
            folder.prune(saved.file());
            return saved;
        } catch (IOException | SQLException e) {
            throw new StorageException(
                    "No backup could be made in %s: %s. Nothing was changed".formatted(folder.path(), e.getMessage()),
                    e);
        }
    }

    private Backup save() throws IOException, SQLException {
        DatabaseFile draft = folder.draft(Leftovers.Kind.DRAFT);
        draft.discard();
        try {
            copy(draft.path());
            return folder.named(draft, clock.instant(), check(draft.path()));
        } finally {
            draft.discard();
        }
    }

    /** Tries something on a copy, of which nothing is left. */
    public <T> T onCopy(Function<Path, T> trial) {
        try {
            DatabaseFile copy = folder.draft(Leftovers.Kind.REHEARSAL);
            copy.discard();
            try {
                copy(copy.path());
                return trial.apply(copy.path());
            } finally {
                copy.discard();
            }
        } catch (IOException | SQLException e) {
            throw new StorageException("No copy could be made in %s: %s".formatted(folder.path(), e.getMessage()), e);
        }
    }

    /** Answers where the backups of a database are kept. */
    public static Path folderOf(Path database) {
        return folder(new DatabaseFile(database)).path();
    }

    /** Answers those that are kept, the newest first. */
    public List<KeptBackup> kept() {
        return folder.kept();
    }

    /** The newest backup of this database whose schema is not newer than {@code version}. */
    public static Optional<Path> newestOf(Path database, int version) {
        BackupFolder folder = folder(new DatabaseFile(database));
        return folder.files().stream()
                .filter(file -> folder.version(file).orElse(Integer.MAX_VALUE) <= version)
                .reduce((_, later) -> later);
    }

    /**
     * Puts a backup in the place of the database, which nobody may have open. What was there is saved before; if it is damaged, it
     * stays beside under another name.
     *
     * @param newest the newest schema that the program knows
     * @param inspection what else is asked of the copy that takes its place, and done to it; what it throws leaves everything as it was
     * @return where the database that was there is now, if there was one
     */
    public Optional<Path> restore(Path backup, int newest, Consumer<Path> inspection) {
        DatabaseFile draft = new DatabaseFile(database.beside(RESTORED));
        boolean existed = Files.exists(database.path());
        try {
            BackupFolder.requireSaved(backup);
            PrivateFiles.createFolders(database.folder());
            draft.discard();
            copy(new DatabaseFile(backup.toRealPath()), draft.path());
            int version = check(draft.path());
            if (version > newest) {
                throw new SqliteTarget(backup).tooNew(version, newest);
            }
            inspection.accept(draft.path());
            draft.force();
            draft.forceName();
            Optional<Path> saved = putAside();
            Files.move(draft.path(), database.path(), StandardCopyOption.ATOMIC_MOVE);
            database.forceName();
            return saved;
        } catch (IOException | SQLException e) {
            throw new StorageException("%s cannot be restored: %s".formatted(backup, e.getMessage()), e);
        } finally {
            if (!existed
                    || Files.exists(
                            database.path())) { // Without the draft, an empty database would be made where one was.
                discard(draft);
            }
        }
    }

    private static void discard(DatabaseFile draft) {
        try {
            draft.discard();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} is left over and can be deleted", draft.path());
        }
    }

    /**
     * Saves what is there, and prunes nothing: what is being restored may be the oldest. Afterwards no WAL is left that could be
     * taken for one of the restored file.
     */
    private Optional<Path> putAside() throws IOException {
        if (!Files.exists(database.path())) {
            return left(database).isEmpty() ? Optional.empty() : Optional.of(takeAway());
        }
        try {
            Path saved = save().file();
            try (Connection connection = connect(database.path(), false);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = delete");
            }
            return Optional.of(saved);
        } catch (SQLException e) {
            return Optional.of(takeAway());
        }
    }

    /**
     * Takes away what is damaged, once all of it is on disk under another name. The file goes before what stands beside it: by that
     * alone it would be an older state of itself, and open as if nothing were missing.
     */
    private Path takeAway() throws IOException {
        DatabaseFile aside = new DatabaseFile(database.beside(".damaged-" + BackupFolder.time(clock.instant())));
        List<String> all = new ArrayList<>(left(database));
        if (Files.exists(database.path())) {
            all.addFirst("");
        }
        for (String suffix : all) {
            PrivateFiles.copy(database.beside(suffix), aside.beside(suffix));
            new DatabaseFile(aside.beside(suffix)).force();
        }
        aside.forceName();
        database.discard();
        return aside.beside(all.getFirst());
    }

    /** Returns the suffixes of the files beside a database that hold changes. */
    private static List<String> left(DatabaseFile file) throws IOException {
        List<String> left = new ArrayList<>();
        for (String suffix : List.of(DatabaseFile.WAL, DatabaseFile.JOURNAL)) {
            if (Files.exists(file.beside(suffix)) && Files.size(file.beside(suffix)) > 0) {
                left.add(suffix);
            }
        }
        return left;
    }

    /** Copies a backup: byte by byte if it has no WAL or journal beside it, else through SQLite. */
    private static void copy(DatabaseFile backup, Path draft) throws IOException, SQLException {
        if (left(backup).isEmpty()) {
            PrivateFiles.copy(backup.path(), draft);
        } else {
            copy(backup.path(), draft);
        }
    }

    private void copy(Path draft) throws IOException, SQLException {
        copy(database.path(), draft);
    }

    /** Into an empty file: SQLite would make one that others may read. */
    private static void copy(Path file, Path draft) throws IOException, SQLException {
        PrivateFiles.create(draft);
        try (Connection connection = connect(file, true);
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, draft.toString());
            statement.execute();
        }
    }

    private static Connection connect(Path file, boolean reading) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(reading);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** The version of a sound database of ours. */
    public static int check(Path file) throws SQLException {
        try (Connection connection = Damage.reading(file);
                Statement statement = connection.createStatement()) {
            String sound = text(statement, "PRAGMA integrity_check(1)");
            if (!"ok".equals(sound)) {
                throw new SQLException("the copy is damaged: " + sound);
            }
            try (ResultSet row = statement.executeQuery("PRAGMA foreign_key_check")) {
                if (row.next()) {
                    throw new SQLException("rows of %s refer to rows that are not there".formatted(row.getString(1)));
                }
            }
            if (Integer.parseInt(text(statement, "PRAGMA application_id")) != SqliteTarget.APPLICATION_ID) {
                throw new SQLException("it is the database of another program");
            }
            return Integer.parseInt(text(statement, "PRAGMA user_version"));
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static BackupFolder folder(DatabaseFile database) {
        return new BackupFolder(database.folder().resolve("backups"), "db");
    }

    /** Removes whole copies of the database that killed processes have left behind. */
    public void tidy() {
        Leftovers.remove(folder.path());
        if (Files.exists(database.path())) {
            discard(new DatabaseFile(database.beside(RESTORED)));
        }
    }

    /** @throws StorageException when the database is gone, and the one that was to take its place has not got its name */
    public void requireNoneRestored() {
        Path draft = database.beside(RESTORED);
        if (Files.exists(draft)) {
            throw new StorageException(
                    "%s is not there, but %s is: a restore did not end. Run cairn db restore again, or delete that file for an empty database"
                            .formatted(database.path(), draft.getFileName()));
        }
    }
}
