package dev.cairn.schema.migration;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.sqlite.DatabaseFile;
import dev.cairn.sqlite.WalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** Looks for damage in a SQLite database, file by file, page by page and row by row (P13); it changes nothing. */
public final class Damage {
    /** The most findings of SQLite's integrity check that are named. */
    private static final int NAMED_MAX = 20;

    private Damage() {}

    /** Returns the damage in words; a file that is no database of Cairn is named, too. */
    public static List<String> in(Path file) {
        List<String> found = new ArrayList<>();
        try {
            new WalFile(new DatabaseFile(file).beside(DatabaseFile.WAL))
                    .damage()
                    .ifPresent(found::add);
            try (Connection connection = reading(file);
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA cell_size_check = 1");
                length(file, statement, found);
                pages(statement, found);
                references(statement, found);
                version(statement, found);
            }
        } catch (SQLException e) {
            found.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new StorageException(file + " cannot be read: " + e.getMessage(), e);
        }
        return found;
    }

    /** Moves no WAL into the file, and lets nothing in it run. */
    public static Connection reading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = 0");
        }
        return connection;
    }

    private static void length(Path file, Statement statement, List<String> found) throws IOException, SQLException {
        long pages = number(statement, "PRAGMA page_count");
        long pageSize = number(statement, "PRAGMA page_size");
        boolean alone = !Files.exists(new DatabaseFile(file).beside(DatabaseFile.WAL));
        if (alone && Files.size(file) < pages * pageSize) {
            found.add("it has %d bytes of %d".formatted(Files.size(file), pages * pageSize));
        }
    }

    /** Checks all pages; where that fails, table by table, so that the damage has a place. */
    private static void pages(Statement statement, List<String> found) throws SQLException {
        try {
            integrity(statement, String.valueOf(NAMED_MAX), found);
        } catch (SQLException e) {
            found.add(String.valueOf(e.getMessage()));
            for (String table : tables(statement)) {
                try {
                    integrity(statement, "'" + table.replace("'", "''") + "'", found);
                } catch (SQLException broken) {
                    found.add("table %s and its indexes: %s".formatted(table, broken.getMessage()));
                }
            }
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static void integrity(Statement statement, String what, List<String> found) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA integrity_check(" + what + ")")) {
            while (row.next()) {
                String text = row.getString(1);
                if (!"ok".equals(text)) {
                    found.add(String.valueOf(text).strip().replace('\n', ' '));
                }
            }
        }
    }

    private static void references(Statement statement, List<String> found) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA foreign_key_check")) {
            for (int named = 0; named < NAMED_MAX && row.next(); named++) {
                found.add("row %d of %s refers to a row of %s that is not there"
                        .formatted(row.getLong(2), row.getString(1), row.getString(3)));
            }
        }
    }

    /** The head of the file and the history in it say the same. */
    private static void version(Statement statement, List<String> found) throws SQLException {
        if (number(statement, "PRAGMA application_id") != SqliteTarget.APPLICATION_ID) {
            found.add("its head says that it is the database of another program");
        }
        long said = number(statement, "PRAGMA user_version");
        long applied = number(
                statement,
                "SELECT coalesce(max(CAST(version AS INTEGER)), 0) FROM flyway_schema_history WHERE success");
        if (said != applied) {
            found.add("its head says schema %d, its history %d".formatted(said, applied));
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
