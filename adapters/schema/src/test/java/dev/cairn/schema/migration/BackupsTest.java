package dev.cairn.schema.migration;

import static dev.cairn.schema.migration.TestDatabase.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.DatabaseAdministration.KeptBackup;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    @TempDir
    Path folder;

    /** Each reading is a second later. */
    private final Clock clock = new Clock() {
        private final AtomicLong seconds = new AtomicLong();
        private final InstantSource source = () -> Instant.EPOCH.plus(Duration.ofSeconds(seconds.incrementAndGet()));

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    };

    /** P10: an invariant that writers hold, holds in every copy made meanwhile. */
    @Test
    void aCopyMadeWhileOthersWriteIsConsistent() throws Exception {
        copies(10, 100);
    }

    @Test
    @Tag("slow")
    void fiftyCopiesOfALargerDatabaseAreConsistent() throws Exception {
        copies(50, 20_000);
    }

    private void copies(int copies, int tickets) throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), tickets);
        database.text("PRAGMA journal_mode = wal");
        Backups backups = new Backups(database.file(), clock);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        Thread writer = Thread.ofPlatform().start(() -> moveEstimates(database, done, longest));
        try {
            for (int i = 0; i < copies; i++) {
                TestDatabase copy = new TestDatabase(backups.create().file());
                assertThat(copy.text("SELECT sum(position) FROM tickets"))
                        .isEqualTo(String.valueOf(tickets * (tickets + 1L) / 2));
            }
        } finally {
            done.set(true);
            writer.join();
        }
        System.err.printf(
                "%d copies of %,d bytes; the slowest of the writes meanwhile took %d ms%n",
                copies, Files.size(database.file()), TimeUnit.NANOSECONDS.toMillis(longest.get()));
    }

    /** Takes from one and gives to another: the sum stays. */
    private static void moveEstimates(TestDatabase database, AtomicBoolean done, AtomicLong longest) {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; !done.get(); i++) {
                long started = System.nanoTime();
                int from = 10 * (1 + i % 100);
                statement.execute("UPDATE tickets SET position = position - 1 WHERE position > 0 AND id = " + from);
                statement.execute("UPDATE tickets SET position = position + changes() WHERE id = " + (1010 - from));
                connection.commit();
                longest.accumulateAndGet(System.nanoTime() - started, Math::max);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theNewestTenAreKept() throws Exception {
        Backups backups =
                new Backups(TestDatabase.create(folder.resolve("a.db"), 1).file(), clock);
        Path first = backups.create().file();
        for (int i = 0; i < 10; i++) {
            backups.create();
        }

        assertThat(first).doesNotExist();
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".db"))).hasSize(10);
        }
    }

    /** Its name says that it is the oldest. */
    @Test
    void theBackupThatWasJustMadeIsKeptWhenTheClockIsBehind() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 1);
        Clock later = Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        for (int i = 0; i < 10; i++) {
            new Backups(database.file(), Clock.offset(later, Duration.ofSeconds(i))).create();
        }

        Backups behind = new Backups(database.file(), clock);

        assertThat(behind.create().file()).exists();
        assertThat(behind.kept()).hasSize(10);
    }

    @Test
    void theOldestOfTenCanBeRestored() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 1);
        Backups backups = new Backups(database.file(), clock);
        Path oldest = backups.create().file();
        for (int i = 1; i < 10; i++) {
            backups.create();
        }

        assertThat(backups.kept()).hasSize(10).last().satisfies(kept -> {
            assertThat(kept.file()).isEqualTo(oldest.toString());
            assertThat(kept.bytes()).isEqualTo(Files.size(oldest));
        });
        assertThat(backups.kept())
                .isSortedAccordingTo(Comparator.comparing(KeptBackup::madeAt).reversed());
        assertThat(backups.restore(oldest, NEWEST, _ -> {})).isPresent();
        assertThat(oldest).exists();
    }

    @Test
    void aRestoredDatabaseIsTheBackupAndWhatWasThereIsSaved() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        Path backup = backups.create().file();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE users SET name = 'Bob'");
        }

        Path saved = backups.restore(backup, NEWEST, _ -> {}).orElseThrow();

        assertThat(database.text("SELECT name FROM users")).isEqualTo("Ada");
        assertThat(new TestDatabase(saved).text("SELECT name FROM users")).isEqualTo("Bob");
    }

    @Test
    void aDamagedDatabaseIsPutAsideWhenABackupIsRestored() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        Path backup = backups.create().file();
        Files.writeString(database.file(), "garbage");

        Path aside = backups.restore(backup, NEWEST, _ -> {}).orElseThrow();

        assertThat(aside).hasContent("garbage");
        assertThat(database.text("SELECT name FROM users")).isEqualTo("Ada");
    }

    /** Nothing is taken away before all of it is saved. */
    @Test
    void aDamagedDatabaseKeepsItsWalWhenItCannotBePutAside() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Path backup = new Backups(database.file(), clock).create().file();
        Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Path aside = folder.resolve("a.db.damaged-" + BackupFolder.time(fixed.instant()));
        Files.writeString(database.file(), "garbage");
        Files.writeString(folder.resolve("a.db-wal"), "the last changes");
        Files.writeString(folder.resolve("a.db-journal"), "of a transaction");
        Files.createDirectories(folder.resolve(aside.getFileName() + "-journal").resolve("in the way"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Backups(database.file(), fixed).restore(backup, NEWEST, _ -> {}));

        assertThat(database.file()).hasContent("garbage");
        assertThat(folder.resolve("a.db-wal")).hasContent("the last changes");
        assertThat(folder.resolve("a.db-journal")).hasContent("of a transaction");
    }

    @Test
    void aDamagedDatabaseIsPutAsideWithItsWal() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        Path backup = backups.create().file();
        Files.writeString(database.file(), "garbage");
        Files.writeString(folder.resolve("a.db-wal"), "the last changes");

        Path aside = backups.restore(backup, NEWEST, _ -> {}).orElseThrow();

        assertThat(folder.resolve(aside.getFileName() + "-wal")).hasContent("the last changes");
        assertThat(folder.resolve("a.db-wal")).doesNotExist();
        assertThat(database.text("SELECT name FROM users")).isEqualTo("Ada");
    }

    /** As a kill leaves it: the WAL of what was there is not taken for one of the restored file. */
    @Test
    void whatIsLeftOfADatabaseThatIsGoneIsPutAside() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        Path backup = backups.create().file();
        Files.delete(database.file());
        Files.writeString(folder.resolve("a.db-wal"), "the last changes");

        Path aside = backups.restore(backup, NEWEST, _ -> {}).orElseThrow();

        assertThat(aside).hasContent("the last changes");
        assertThat(folder.resolve("a.db-wal")).doesNotExist();
        assertThat(database.text("SELECT name FROM users")).isEqualTo("Ada");
    }

    /** Whoever copies the files of a database in use has its last changes in the WAL. */
    @Test
    void aFileIsRestoredWithWhatStandsInItsWal() throws Exception {
        TestDatabase used = TestDatabase.create(folder.resolve("used.db"), 3);
        Path copied = folder.resolve("copied.db");
        try (Connection connection = used.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = wal");
            statement.execute("UPDATE users SET name = 'Bob'");
            Files.copy(used.file(), copied);
            Files.copy(folder.resolve("used.db-wal"), folder.resolve("copied.db-wal"));
        }
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);

        new Backups(database.file(), clock).restore(copied, NEWEST, _ -> {});

        assertThat(database.text("SELECT name FROM users")).isEqualTo("Bob");
        assertThat(folder.resolve("copied.db-wal")).isNotEmptyFile();
    }

    @Test
    void aBackupThatWasChangedIsRefusedAndTheDatabaseStays() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        Path backup = backups.create().file();
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup, bytes);
        byte[] before = Files.readAllBytes(database.file());

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> backups.restore(backup, NEWEST, _ -> {}))
                .withMessageContaining("SHA-256");
        assertThat(Files.readAllBytes(database.file())).isEqualTo(before);
    }

    @Test
    void aBackupOfANewerSchemaIsRefused() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        new Migrator(database.target(), TestDatabase.rebuild()).migrate();
        Path backup = backups.create().file();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> backups.restore(backup, NEWEST, _ -> {}))
                .withMessageContaining("newer version (schema %d, this one knows %d)".formatted(NEWEST + 1, NEWEST));
    }

    /** P9: the refusal of a newer database can name what would work. */
    @Test
    void theNewestBackupOfAnOlderSchemaIsFound() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 3);
        Backups backups = new Backups(database.file(), clock);
        assertThat(Backups.newestOf(database.file(), NEWEST)).isEmpty();
        backups.create();
        Path newest = backups.create().file();
        new Migrator(database.target(), TestDatabase.rebuild()).migrate();
        backups.create();

        assertThat(Backups.newestOf(database.file(), NEWEST)).contains(newest);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(database.target(), TestDatabase.scripts(Engine.SQLITE)).migrate())
                .withMessageContaining("the backup %s is of a version that works", newest);
    }

    @Test
    void aDamagedDatabaseGivesNoBackup() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 200);
        byte[] bytes = Files.readAllBytes(database.file());
        Arrays.fill(bytes, bytes.length / 4, bytes.length / 2, (byte) 7);
        Files.write(database.file(), bytes);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Backups(database.file(), clock).create())
                .withMessageContaining("No backup could be made");
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            assertThat(files.toList()).isEqualTo(List.of());
        }
    }
}
