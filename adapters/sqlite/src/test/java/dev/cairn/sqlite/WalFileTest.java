package dev.cairn.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalFileTest {
    private static final int PAGE = 4096;
    private static final int FRAME = 24 + PAGE;

    @TempDir
    Path directory;

    /** The log begins anew every few commits here, so that old frames stand behind new ones while it is read. */
    @Test
    void whatIsBeingWrittenIsNotTakenForDamaged() throws Exception {
        Path file = directory.resolve("busy.db");
        WalFile log = new WalFile(new DatabaseFile(file).beside(DatabaseFile.WAL));
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch writing = new CountDownLatch(1);
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 200");
            Thread writer = Thread.ofPlatform().start(() -> {
                while (!enough.get()) {
                    write(connection);
                    writing.countDown();
                }
            });
            writing.await();
            for (int i = 0; i < 100; i++) {
                assertThat(log.damage()).isEmpty();
            }
            enough.set(true);
            writer.join();
        }
    }

    @Test
    void aFrameThatIsNotSoundBeforeACommitIsFound() throws Exception {
        Path file = directory.resolve("cut.db");
        Path wal = new DatabaseFile(file).beside(DatabaseFile.WAL);
        try (Connection connection = open(file)) {
            for (int i = 0; i < 3; i++) {
                write(connection);
            }
            byte[] bytes = Files.readAllBytes(wal);
            int frames = (bytes.length - 32) / FRAME;
            bytes[32 + (frames - 2) * FRAME + 100] ^= 1;
            Path broken = directory.resolve("broken.db-wal");
            Files.write(broken, bytes);

            assertThat(new WalFile(wal).damage()).isEmpty();
            assertThat(new WalFile(broken).damage())
                    .hasValueSatisfying(
                            said -> assertThat(said).contains("frame %d is not sound".formatted(frames - 1)));
        }
    }

    private static Connection open(Path file) throws Exception {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + PAGE);
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("CREATE TABLE notes (text TEXT)");
        }
        return connection;
    }

    private static void write(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO notes VALUES (hex(randomblob(%d)))".formatted(PAGE));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
