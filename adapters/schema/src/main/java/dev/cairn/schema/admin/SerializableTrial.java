package dev.cairn.schema.admin;

import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Two writes of which each reads what the other changes: one must lose. Both have to see the table that they write to, so it is a real one,
 * named by the backend that made it; what a killed trial has left goes with the next.
 */
record SerializableTrial(PostgresTarget target, Connection connection) {
    static final String BEGIN = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";

    private static final int NAMES = 1 << 16;
    /** While a trial runs, its backend is there. */
    private static final String LEFT = """
            SELECT c.relname FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname ~ '^cairn_doctor_[0-9]+_[0-9]+$'
               AND NOT EXISTS (SELECT 1 FROM pg_stat_activity a WHERE a.pid::text = split_part(c.relname, '_', 3))""";

    /** Answers the SQL state by which one of them was told; empty when both were stored. */
    String conflict() throws SQLException {
        for (String left : left()) {
            drop(left);
        }
        String table = "cairn_doctor_%s_%d"
                .formatted(Statements.text(connection, "SELECT pg_backend_pid()"), System.nanoTime() % NAMES);
        Statements.run(connection, "CREATE TABLE " + table + " (id int PRIMARY KEY, n int NOT NULL)");
        try (Connection other = target.open()) {
            Statements.run(connection, "INSERT INTO " + table + " VALUES (1, 0), (2, 0)");
            return conflict(other, table);
        } finally {
            Statements.run(connection, "ROLLBACK");
            drop(table);
        }
    }

    private String conflict(Connection other, String table) throws SQLException {
        Statements.run(connection, BEGIN);
        Statements.run(other, BEGIN);
        try {
            Statements.text(connection, "SELECT sum(n) FROM " + table);
            Statements.text(other, "SELECT sum(n) FROM " + table);
            Statements.run(connection, "UPDATE " + table + " SET n = 1 WHERE id = 1");
            Statements.run(other, "UPDATE " + table + " SET n = 1 WHERE id = 2");
            Statements.run(connection, "COMMIT");
            Statements.run(other, "COMMIT");
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    private List<String> left() throws SQLException {
        List<String> left = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEFT)) {
            while (row.next()) {
                left.add(row.getString(1));
            }
        }
        return left;
    }

    private void drop(String table) throws SQLException {
        Statements.run(connection, "DROP TABLE IF EXISTS " + table);
    }
}
