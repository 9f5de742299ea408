package dev.cairn.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done beside the users of a database file. */
final class HousekeepingTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Path file;
    private SqliteDataSource source;
    private Housekeeping housekeeping;

    @BeforeEach
    void open() throws IOException, SQLException {
        file = Files.createFile(folder.resolve("cairn.db"));
        source = new SqliteDataSource(file, false);
        housekeeping = new Housekeeping(source, file, SqliteConnection.keeper(file, source.log()));
        write("CREATE TABLE notes (text TEXT)");
        assertThat(housekeeping.watch()).isTrue();
    }

    @AfterEach
    void close() throws SQLException {
        housekeeping.close();
        source.close();
    }

    @Test
    void writingStopsWhenTheWalIsGone() throws IOException, SQLException {
        Files.delete(wal());
        assertThat(housekeeping.watch()).isFalse();
        assertThatThrownBy(() -> write("INSERT INTO notes VALUES ('lost')"))
                .hasMessageContaining("replaced or removed");
        assertThat(count()).isZero();
    }

    /** P11 */
    @Test
    void writingStopsWhenTheFileIsReplaced() throws IOException {
        Path copy = Files.copy(file, folder.resolve("copy.db"));
        Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(housekeeping.watch()).isFalse();
        assertThatThrownBy(() -> write("INSERT INTO notes VALUES ('lost')"))
                .hasMessageContaining("replaced or removed");
    }

    @Test
    void theWalIsMovedIntoTheFileWhenNobodyWrites() throws IOException, SQLException {
        write("INSERT INTO notes VALUES (hex(zeroblob(%d)))".formatted(MEGABYTE));
        assertThat(Files.size(file)).isLessThan(MEGABYTE);
        housekeeping.tick(); // also lets the engine look at its statistics, which is a write
        housekeeping.tick();
        housekeeping.tick();
        assertThat(Files.size(file)).isGreaterThan(MEGABYTE);
    }

    @Test
    void aReadThatTakesTooLongIsEndedAndItsConnectionServesTheNext() throws SQLException {
        Connection slow = source.take(true);
        try (PreparedStatement statement = slow.prepareStatement("SELECT count(*) FROM notes")) {
            statement.executeQuery().close();
            source.endReads(Duration.ZERO);
            assertThatThrownBy(() -> slow.prepareStatement("SELECT text FROM notes"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("too long");
        } finally {
            source.giveBack(slow);
        }
        assertThatCode(this::count).doesNotThrowAnyException();
    }

    @Test
    void aYoungReadGoesOn() throws SQLException {
        Connection young = source.take(true);
        try {
            young.prepareStatement("SELECT count(*) FROM notes").executeQuery().close();
            source.endReads(Housekeeping.READ_MAX);
            assertThatCode(() -> young.prepareStatement("SELECT text FROM notes")
                            .executeQuery()
                            .close())
                    .doesNotThrowAnyException();
        } finally {
            source.giveBack(young);
        }
    }

    private Path wal() {
        return folder.resolve("cairn.db-wal");
    }

    private void write(String sql) throws SQLException {
        Connection connection = source.take(false);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        } finally {
            source.giveBack(connection);
        }
    }

    private int count() throws SQLException {
        Connection connection = source.take(true);
        try (PreparedStatement statement = connection.prepareStatement("SELECT count(*) FROM notes");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        } finally {
            source.giveBack(connection);
        }
    }
}
