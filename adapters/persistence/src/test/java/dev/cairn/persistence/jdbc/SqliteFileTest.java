package dev.cairn.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.persistence.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void aNewFileIsMadeAndOpensAgain() {
        Path file = folder.resolve("new/cairn.db");
        SqliteFile.prepare(file);
        SqliteFile.prepare(file);
        assertThat(file).isRegularFile();
    }

    @Test
    void aFolderIsRefused() {
        refused(folder, "is not a file");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        refused(Files.createFile(folder.resolve("empty.db")), "is empty");
    }

    @Test
    void garbageIsRefusedAndLeftAsItWas() throws IOException {
        Path file = Files.writeString(folder.resolve("garbage.db"), "Dear diary, ".repeat(500));
        refused(file, "is not a SQLite database");
        assertThat(file).hasContent("Dear diary, ".repeat(500));
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefused() throws SQLException {
        Path file = folder.resolve("other.db");
        run(file, "CREATE TABLE bookmarks (id INTEGER)");
        refused(file, "another program");
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        Path file = folder.resolve("newer.db");
        SqliteFile.prepare(file);
        run(file, "PRAGMA user_version = 99");
        refused(file, "newer version");
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> SqliteFile.prepare(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(reason);
    }

    private static void run(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
