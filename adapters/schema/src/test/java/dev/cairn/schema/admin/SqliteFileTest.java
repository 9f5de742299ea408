package dev.cairn.schema.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.application.database.DriftRefused;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Backups;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.migration.TestDatabase;
import dev.cairn.sqlite.LocalDisk;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P7: wrong storage is refused in words, is left as it was, and no empty database appears instead. */
final class SqliteFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final Scripts scripts;

    @TempDir
    Path folder;

    SqliteFileTest() throws SQLException {
        scripts = TestDatabase.scripts(Engine.SQLITE);
    }

    private void prepare(Path file) {
        SqliteFile.prepare(file, scripts, CLOCK, LocalDisk::type);
    }

    @Test
    void aNewFileIsMadeAndOpensAgain() throws IOException {
        Path file = folder.resolve("new/cairn.db");
        prepare(file);
        Map<String, String> made = contents(folder.resolve("new"));
        assertThat(made).containsOnlyKeys("cairn.db");
        prepare(file);
        assertThat(contents(folder.resolve("new"))).isEqualTo(made);
    }

    @Test
    void whatAKillLeftOfAHalfMadeDatabaseIsNoHindrance() throws Exception {
        Files.write(folder.resolve("cairn.db.new"), new byte[0]);
        Files.writeString(folder.resolve("cairn.db.new-journal"), "half a journal");
        prepare(folder.resolve("cairn.db"));
        assertThat(contents(folder)).containsOnlyKeys("cairn.db");
    }

    /** The database that was there has gone already, and the restored one has not got its name. */
    @Test
    void noEmptyDatabaseAppearsWhereARestoreWasKilled() throws Exception {
        Files.writeString(folder.resolve("cairn.db.restored"), "whole");
        refused(folder.resolve("cairn.db"), "cairn db restore");
        assertThat(contents(folder)).containsOnlyKeys("cairn.db.restored");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Path named = Files.createDirectory(folder.resolve("folder.db"));
        refused(named, "is not a file");
    }

    @Test
    void missingFoldersAreMadeForThisUserOnly() throws IOException {
        Path file = folder.resolve("x/y/cairn.db");
        prepare(file);
        assertThat(permissions(folder.resolve("x"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("x/y"))).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aFileInTheWayOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("data"), "a file");
        refused(folder.resolve("data/cairn.db"), "cannot be made");
    }

    @Test
    void aLinkToAFileThatIsNotThereIsRefused() throws IOException {
        refused(Files.createSymbolicLink(folder.resolve("cairn.db"), folder.resolve("gone/cairn.db")), "is not there");
    }

    @Test
    void aLinkToADatabaseIsFollowed() throws IOException {
        Path file = Files.createDirectory(folder.resolve("real")).resolve("cairn.db");
        prepare(file);
        prepare(Files.createSymbolicLink(folder.resolve("link.db"), file));
        assertThat(file).isRegularFile();
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused(Files.createFile(folder.resolve("empty.db")), "is empty");
    }

    @Test
    void garbageIsRefused() throws IOException {
        refused(
                Files.writeString(folder.resolve("garbage.db"), "Dear diary, ".repeat(500)),
                "is not a SQLite database");
    }

    @Test
    void aFileThatIsShorterThanAHeaderIsRefused() throws IOException {
        refused(Files.writeString(folder.resolve("short.db"), "SQLite format 3\0"), "is not a SQLite database");
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefused() throws Exception {
        Path file = folder.resolve("other.db");
        run(file, "CREATE TABLE bookmarks (id INTEGER)");
        refused(file, "another program");
    }

    @Test
    void theDatabaseOfAnotherProgramThatWasKilledKeepsItsWal() throws Exception {
        Path file = folder.resolve("other.db");
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("other.db");
        run(file, "PRAGMA journal_mode = wal");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bookmarks (id INTEGER)");
            Files.copy(file, copy);
            Files.copy(folder.resolve("other.db-wal"), folder.resolve("copy/other.db-wal"));
        }
        refused(copy, "another program");
    }

    /** P9 */
    @Test
    void aNewerSchemaIsRefused() throws Exception {
        Path file = folder.resolve("newer.db");
        prepare(file);
        run(file, "PRAGMA user_version = 99");
        refused(file, "newer version");
    }

    /** P9 */
    @Test
    void theRefusalOfANewerSchemaNamesTheBackupThatWouldWork() throws Exception {
        Path file = folder.resolve("newer.db");
        prepare(file);
        Path backup = new Backups(file, CLOCK).create().file();
        run(file, "PRAGMA user_version = 99");
        refused(file, "the backup " + backup + " is of a version that works");
    }

    /** S6 */
    @Test
    void aDatabaseIsSavedBeforeItIsMigrated() throws Exception {
        Path file = folder.resolve("old.db");
        prepare(file);
        SqliteFile.prepare(file, TestDatabase.rebuild(), CLOCK, LocalDisk::type);

        assertThat(Backups.check(file)).isEqualTo(TestDatabase.NEWEST + 1);
        Path backup = Backups.newestOf(file, TestDatabase.NEWEST).orElseThrow();
        assertThat(Backups.check(backup)).isEqualTo(TestDatabase.NEWEST);
    }

    /** S3: a server that starts loses nothing foreign without being told so. */
    @Test
    void aDatabaseWithForeignThingsIsNotMigratedByItself() throws Exception {
        Path file = folder.resolve("old.db");
        prepare(file);
        run(file, "CREATE INDEX mine ON tickets (title)");
        assertThatThrownBy(() -> SqliteFile.prepare(file, TestDatabase.rebuild(), CLOCK, LocalDisk::type))
                .isInstanceOf(DriftRefused.class)
                .hasMessageContaining("foreign index mine on tickets");
        assertThat(Backups.check(file)).isEqualTo(TestDatabase.NEWEST);
        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4_096, 10_000, 40_960})
    void aTruncatedDatabaseIsRefused(int length) throws Exception {
        Path file = folder.resolve("cut.db");
        prepare(file);
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole.length).isGreaterThan(length);
        Files.write(file, Arrays.copyOf(whole, length));
        refused(file, "is damaged");
    }

    @Test
    void aDatabaseOfOursWithoutItsTablesIsRefused() throws Exception {
        Path file = folder.resolve("hollow.db");
        run(file, "PRAGMA application_id = " + SqliteTarget.APPLICATION_ID);
        refused(file, "is damaged");
    }

    @Test
    void damageIsFoundAtTheStartAfterAnUncleanStop() throws Exception {
        Path file = uncleanlyStopped();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);
        refused(file, "is damaged");
    }

    @Test
    void anUncleanStopWithoutDamageOpens() throws Exception {
        Path file = uncleanlyStopped();
        prepare(file);
        assertThat(contents(folder.resolve("copy"))).containsOnlyKeys("cairn.db");
    }

    @Test
    void aNewDatabaseIsNotMadeBesideTheWalOfOneThatVanished() throws Exception {
        Path file = uncleanlyStopped();
        Files.delete(file);
        refused(file, "put the file back");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "SMB3", "smbfs", "fuse.sshfs"})
    void aNetworkFileSystemIsRefused(String type) throws IOException {
        Path file = folder.resolve("cairn.db");
        assertThatThrownBy(() -> SqliteFile.prepare(file, scripts, CLOCK, _ -> type))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("network file system");
        assertThat(contents(folder)).isEmpty();
    }

    @Test
    void aFileThatMayNotBeWrittenIsRefused() throws Exception {
        Path file = folder.resolve("cairn.db");
        prepare(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(file), "skipped: this user may write everything");
        refused(file, "cannot be written");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsRefused() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(data), "skipped: this user may write everything");
        refused(data.resolve("cairn.db"), "cannot be made");
    }

    @Test
    void aFileSystemThatIsReadOnlyIsRefused() throws Exception {
        Path file = folder.resolve("cairn.db");
        prepare(file);
        assumeTrue(mount("--bind", folder.toString(), folder.toString()), "skipped: this user may not mount");
        try {
            assumeTrue(mount("-o", "remount,bind,ro", folder.toString()), "skipped: this user may not remount");
            refused(file, "cannot be written");
            refused(folder.resolve("another.db"), "cannot be made");
        } finally {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        }
    }

    private static boolean mount(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "mount";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    /** A database and its WAL, as a killed process leaves them. */
    private Path uncleanlyStopped() throws IOException, SQLException {
        Path file = folder.resolve("cairn.db");
        Path copy = Files.createDirectory(folder.resolve("copy")).resolve("cairn.db");
        prepare(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + scripts.newest());
            Files.copy(file, copy);
            Files.copy(folder.resolve("cairn.db-wal"), folder.resolve("copy/cairn.db-wal"));
        }
        return copy;
    }

    private void refused(Path file, String reason) throws IOException {
        Map<String, String> before = contents(folder);
        assertThatThrownBy(() -> prepare(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(file.getFileName().toString());
        Map<String, String> after = contents(folder);
        after.keySet().removeIf(name -> name.endsWith("-shm"));
        assertThat(after).isEqualTo(before);
    }

    /** All files by name, with a digest of what is in them. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (Files.isDirectory(file)) {
                    contents(file).forEach((inner, digest) -> contents.put(name + "/" + inner, digest));
                } else if (Files.isRegularFile(file)) {
                    contents.put(name, Files.size(file) + ":" + Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void run(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
