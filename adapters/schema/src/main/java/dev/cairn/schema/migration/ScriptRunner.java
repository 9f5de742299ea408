package dev.cairn.schema.migration;

import dev.cairn.schema.Engine;
import dev.cairn.schema.sql.SqlText;
import dev.cairn.schema.sql.SqlText.Token;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Runs the statements of a script inside a transaction that somebody else has begun, on SQLite with foreign keys off. Before it
 * ends it looks whether anything is lost: rows of tables that are still there, and rows that others refer to (S3).
 *
 * @param observer told each statement before it runs
 */
record ScriptRunner(Engine engine, Consumer<SqlText.Statement> observer) {
    /** @throws SQLException naming the statement that failed, or what would be lost; the transaction has to be rolled back */
    void run(Connection connection, String file, List<SqlText.Statement> statements) throws SQLException {
        boolean moves = engine == Engine.SQLITE && statements.stream().anyMatch(ScriptRunner::movesATable);
        Map<String, Long> before = moves ? counts(connection) : Map.of();
        Map<String, String> names = new HashMap<>();
        before.keySet().forEach(name -> names.put(name, name));
        if (engine == Engine.POSTGRESQL) {
            waitLittleForLocks(connection);
        }
        for (SqlText.Statement statement : statements) {
            observer.accept(statement);
            try (Statement jdbc = connection.createStatement()) {
                jdbc.execute(statement.sql());
            } catch (SQLException e) {
                throw new SQLException(
                        "%s, line %d: %s%n%s".formatted(file, statement.line(), e.getMessage(), statement.sql()),
                        e.getSQLState(),
                        e.getErrorCode(),
                        e);
            }
            follow(names, statement.tokens());
        }
        if (engine == Engine.SQLITE) {
            compare(file, names, before, moves ? counts(connection) : Map.of());
            checkForeignKeys(connection, file);
        }
    }

    /** Waits at most 2 s for a lock, since other clients' requests queue behind the migration's. */
    private static void waitLittleForLocks(Connection connection) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute("SET LOCAL lock_timeout = '2s'");
        }
    }

    private static boolean movesATable(SqlText.Statement statement) {
        List<Token> words = statement.tokens();
        return words.size() > 2 && words.get(0).is("DROP") && words.get(1).is("TABLE");
    }

    /** Tracks the current name of each table's rows; a table that the script empties itself is no longer compared. */
    private static void follow(Map<String, String> names, List<Token> words) {
        if (words.size() == 6
                && words.get(0).is("ALTER")
                && words.get(3).is("RENAME")
                && words.get(4).is("TO")) {
            String old = words.get(2).name();
            names.replaceAll((_, now) -> now.equals(old) ? words.get(5).name() : now);
        } else if (words.size() > 2 && words.get(0).is("DELETE")) {
            names.values().remove(words.get(2).name());
        }
    }

    private static void compare(
            String file, Map<String, String> names, Map<String, Long> before, Map<String, Long> after)
            throws SQLException {
        for (Map.Entry<String, String> table : names.entrySet()) {
            Long had = before.get(table.getKey());
            Long has = after.get(table.getValue());
            if (has != null && !has.equals(had)) {
                throw new SQLException(
                        "%s: %s had %d rows and would have %d".formatted(file, table.getKey(), had, has));
            }
        }
    }

    static Map<String, Long> counts(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("""
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                       AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> 'flyway_schema_history'""")) {
                while (table.next()) {
                    counts.put(table.getString(1), 0L);
                }
            }
            for (Map.Entry<String, Long> table : counts.entrySet()) {
                try (ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM \"" + table.getKey().replace("\"", "\"\"") + "\"")) {
                    table.setValue(row.next() ? row.getLong(1) : 0);
                }
            }
        }
        return counts;
    }

    private static void checkForeignKeys(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA foreign_key_check")) {
            if (row.next()) {
                throw new SQLException("%s: row %d of %s would refer to a row of %s that is not there"
                        .formatted(file, row.getLong(2), row.getString(1), row.getString(3)));
            }
        }
    }
}
