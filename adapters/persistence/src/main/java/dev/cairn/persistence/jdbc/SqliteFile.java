package dev.cairn.persistence.jdbc;

import dev.cairn.persistence.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks at a file before it is opened, so that nobody else's database is ever changed. */
final class SqliteFile {
    /** {@code CAIR} in ASCII. */
    static final int APPLICATION_ID = 0x43414952;

    private SqliteFile() {}

    /** @throws StorageException when the file is not ours, or written by a newer version */
    static void prepare(Path file) {
        boolean known = Files.exists(file);
        if (known) {
            inspect(file);
        } else {
            makeFolder(file);
            set(file, "application_id", APPLICATION_ID);
        }
        Migrations.migrate(file);
        set(file, "user_version", Migrations.VERSION);
    }

    private static void inspect(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new StorageException(file + " is not a file");
            }
            if (Files.size(file) == 0) {
                throw new StorageException(file + " is empty: it is no database, remove it or name another one");
            }
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read", e);
        }
        try (Connection connection = open(file)) {
            int application = pragma(connection, "application_id");
            int version = pragma(connection, "user_version");
            if (application != APPLICATION_ID) {
                throw new StorageException(file + " is the database of another program");
            }
            if (version > Migrations.VERSION) {
                throw new StorageException("%s was written by a newer version (schema %d, this one knows %d)"
                        .formatted(file, version, Migrations.VERSION));
            }
        } catch (SQLException e) {
            throw new StorageException(file + " is not a SQLite database, or it is damaged", e);
        }
    }

    private static void makeFolder(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StorageException("The folder of " + file + " cannot be made", e);
        }
    }

    private static void set(Path file, String pragma, int value) {
        try (Connection connection = open(file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + pragma + " = " + value);
        } catch (SQLException e) {
            throw new StorageException(file + " cannot be written", e);
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
