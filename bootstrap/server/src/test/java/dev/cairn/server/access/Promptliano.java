package dev.cairn.server.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of Promptliano without a project, a character for each byte. */
final class Promptliano {
    static final String EMPTY = empty();

    private Promptliano() {}

    private static String empty() {
        try {
            Path file = Files.createTempFile("promptliano", ".db");
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE projects (id INTEGER PRIMARY KEY)");
                statement.execute("CREATE TABLE tickets (id INTEGER PRIMARY KEY)");
                statement.execute("CREATE TABLE ticket_tasks (id INTEGER PRIMARY KEY)");
            }
            String bytes = Files.readString(file, ISO_8859_1);
            Files.delete(file);
            return bytes;
        } catch (SQLException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
