package dev.cairn.schema.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration in the history ({@link History}).
 *
 * @param step what it means to programs that do not know it
 * @param at when, as the engine says it
 * @param millis how long it took
 */
public record Applied(int version, String script, Step step, int checksum, String at, long millis) {
    private static final String HISTORY = """
            SELECT version, script, description, checksum, installed_on, execution_time FROM flyway_schema_history
             WHERE version IS NOT NULL AND success ORDER BY installed_rank""";

    /** Reads the applied migrations in order; none where there is no history. */
    public static List<Applied> in(Connection connection) throws SQLException {
        if (!isKept(connection)) {
            return List.of();
        }
        List<Applied> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HISTORY)) {
            while (row.next()) {
                applied.add(new Applied(
                        Integer.parseInt(row.getString("version")),
                        row.getString("script"),
                        Step.in(row.getString("description")),
                        row.getInt("checksum"),
                        row.getString("installed_on"),
                        row.getLong("execution_time")));
            }
        }
        return applied;
    }

    /** Whether there is a history, among the tables that are found without naming a schema. */
    static boolean isKept(Connection connection) throws SQLException {
        try (ResultSet table =
                connection.getMetaData().getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            return table.next();
        }
    }
}
