package dev.cairn.persistence.schema.migration;

import dev.cairn.persistence.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConfig;

/**
 * Copies of a SQLite database in the folder {@code backups} beside it, each checked before it gets its name (P10). Writers go on
 * meanwhile: the copy is what had been committed when it began.
 */
public final class Backups {
    private static final int KEPT = 10;
    private static final Pattern NAME = Pattern.compile("cairn-(\\d{8}T\\d{9}Z)-v(\\d+)\\.db");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String SUM = ".sha256";

    private final Path database;
    private final Path folder;
    private final Clock clock;

    public Backups(Path database, Clock clock) {
        this.database = database.toAbsolutePath();
        this.folder = this.database.resolveSibling("backups");
        this.clock = clock;
    }

    /** A copy of a database. */
    public record Backup(Path file, int version, long bytes, String sha256) {}

    /**
     * Makes a copy and prunes all but the newest ten.
     *
     * @throws StorageException when it cannot be made or is not sound; nothing is left of it, older ones stay
     */
    public Backup create() {
        try {
            makeFolder();
            Path draft = folder.resolve(".draft-" + ProcessHandle.current().pid());
            discard(draft);
            try {
                copy(draft);
                int version = check(draft);
                String sum = sha256(draft);
                Path file = folder.resolve("cairn-%s-v%d.db".formatted(TIME.format(clock.instant()), version));
                restrict(draft);
                force(draft);
                Files.writeString(sumOf(file), sum + "  " + file.getFileName() + "\n");
                force(sumOf(file));
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                force(folder);
                prune();
                return new Backup(file, version, Files.size(file), sum);
            } finally {
                discard(draft);
            }
        } catch (IOException | SQLException e) {
            throw new StorageException(
                    "No backup could be made in %s: %s. Nothing was changed".formatted(folder, e.getMessage()), e);
        }
    }

    /** Tries something on a copy, of which nothing is left. */
    public <T> T onCopy(Function<Path, T> trial) {
        Path copy = folder.resolve(".rehearsal-" + ProcessHandle.current().pid());
        try {
            makeFolder();
            discard(copy);
            try {
                copy(copy);
                return trial.apply(copy);
            } finally {
                discard(copy);
            }
        } catch (IOException | SQLException e) {
            throw new StorageException("No copy could be made in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private static void discard(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /** The newest backup of a schema that is not newer than this. */
    public Optional<Path> newestOf(int version) {
        return files().stream()
                .filter(file -> version(file).orElse(Integer.MAX_VALUE) <= version)
                .reduce((_, later) -> later);
    }

    /**
     * Puts a backup in the place of the database, which nobody may have open. What was there is saved before; if it is damaged, it
     * stays beside under another name.
     *
     * @param newest the newest schema that the program knows
     * @return where the database that was there is now, if there was one
     */
    public Optional<Path> restore(Path backup, int newest) {
        try {
            verify(backup, newest);
            Path draft = database.resolveSibling(database.getFileName() + ".restored");
            Files.copy(backup, draft, StandardCopyOption.REPLACE_EXISTING);
            restrict(draft);
            force(draft);
            Optional<Path> saved = Files.exists(database) ? Optional.of(putAside()) : Optional.empty();
            Files.move(draft, database, StandardCopyOption.ATOMIC_MOVE);
            force(folderOf(database));
            return saved;
        } catch (IOException | SQLException e) {
            throw new StorageException("%s cannot be restored: %s".formatted(backup, e.getMessage()), e);
        }
    }

    private void verify(Path backup, int newest) throws IOException, SQLException {
        if (!Files.isRegularFile(backup)) {
            throw new StorageException("There is no backup " + backup);
        }
        Path sum = sumOf(backup);
        if (Files.exists(sum) && !Files.readString(sum).startsWith(sha256(backup))) {
            throw new StorageException(
                    backup + " is not what was saved: its SHA-256 is not the one in " + sum.getFileName());
        }
        int version = check(backup);
        if (version > newest) {
            throw new StorageException("%s was written by a newer version (schema %d, this one knows %d)"
                    .formatted(backup, version, newest));
        }
    }

    /** Saves what is there; afterwards no WAL is left that could be taken for one of the restored file. */
    private Path putAside() throws IOException {
        try {
            Path saved = create().file();
            try (Connection connection = connect(database, false);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = delete");
            }
            return saved;
        } catch (StorageException | SQLException e) {
            Path aside = database.resolveSibling(
                    "%s.damaged-%s".formatted(database.getFileName(), TIME.format(clock.instant())));
            Files.copy(database, aside);
            for (String suffix : List.of("-wal", "-journal", "-shm")) {
                Path beside = database.resolveSibling(database.getFileName() + suffix);
                if (Files.exists(beside)) {
                    Files.move(beside, aside.resolveSibling(aside.getFileName() + suffix));
                }
            }
            return aside;
        }
    }

    private void copy(Path draft) throws SQLException {
        try (Connection connection = connect(database, true);
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
        try (Connection connection = connect(file, true);
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
            if (Integer.parseInt(text(statement, "PRAGMA application_id")) != APPLICATION_ID) {
                throw new SQLException("it is the database of another program");
            }
            return Integer.parseInt(text(statement, "PRAGMA user_version"));
        }
    }

    /** {@code CAIR} in ASCII: by this a SQLite file is known as ours. */
    public static final int APPLICATION_ID = 0x43414952;

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private void prune() throws IOException {
        List<Path> files = files();
        for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
            Files.deleteIfExists(old);
            Files.deleteIfExists(sumOf(old));
        }
    }

    /** The oldest first. */
    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            List<Path> files = new ArrayList<>();
            all.forEach(file -> {
                if (version(file).isPresent()) {
                    files.add(file);
                }
            });
            files.sort(Comparator.comparing(file -> String.valueOf(file.getFileName())));
            return files;
        } catch (IOException e) {
            throw new StorageException(folder + " cannot be read", e);
        }
    }

    private static OptionalInt version(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(2))) : OptionalInt.empty();
    }

    private static Path sumOf(Path file) {
        return file.resolveSibling(file.getFileName() + SUM);
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
            restrict(folder);
        }
    }

    /** For its owner's eyes only, where the file system can. */
    private static void restrict(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    private static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (directory && System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
