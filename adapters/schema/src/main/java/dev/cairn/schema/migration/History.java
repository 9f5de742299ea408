package dev.cairn.schema.migration;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The table that says which migrations have run, as Flyway makes and reads it. Its key is the only lock that a migration needs: who
 * enters one writes its row first, and whoever does so at the same time waits for that transaction to end (ADR 41).
 *
 * @param connection in a transaction, with which all that is done here ends
 */
record History(Connection connection, Engine engine) {
    private static final String INDEX =
            "CREATE INDEX IF NOT EXISTS flyway_schema_history_s_idx ON flyway_schema_history (success)";
    private static final String ENTER = """
            INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            SELECT coalesce(max(installed_rank), 0) + 1, ?, ?, 'CUSTOM', ?, ?, ?, 0, true
              FROM flyway_schema_history
            HAVING NOT EXISTS (SELECT 1 FROM flyway_schema_history WHERE version = ?)""";
    /** The longest idle time within the transaction, after which a stopped server no longer holds up the others. */
    private static final String PATIENCE = "SET LOCAL idle_in_transaction_session_timeout = '60s'";

    private static final String TOOK = "UPDATE flyway_schema_history SET execution_time = ? WHERE version = ?";
    private static final String REMOVE = "DELETE FROM flyway_schema_history WHERE version = ?";

    /** The first object of another program; those of extensions are left out, since they hold nobody's data. */
    private static final String FOREIGN = """
            SELECT c.relname FROM pg_class c
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
               AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
             ORDER BY c.relname LIMIT 1""";

    /**
     * Enters a migration that is about to run.
     *
     * @return whether it was not there yet
     * @throws StorageException when the database belongs to another program
     */
    boolean enter(Script script) throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            Statements.run(connection, PATIENCE);
        }
        if (!Applied.isKept(connection)) {
            requireEmpty();
            Statements.run(connection, table());
            Statements.run(connection, INDEX);
        }
        String version = String.valueOf(script.version());
        return update(
                        ENTER,
                        version,
                        script.step().described(script.name()),
                        script.file(),
                        script.checksum(),
                        Objects.requireNonNullElse(connection.getMetaData().getUserName(), ""),
                        version)
                == 1;
    }

    private String table() {
        return """
                CREATE TABLE IF NOT EXISTS flyway_schema_history (
                    installed_rank INT NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY,
                    version VARCHAR(50),
                    description VARCHAR(200) NOT NULL,
                    type VARCHAR(20) NOT NULL,
                    script VARCHAR(1000) NOT NULL,
                    checksum INTEGER,
                    installed_by VARCHAR(100) NOT NULL,
                    installed_on %s,
                    execution_time INTEGER NOT NULL,
                    success BOOLEAN NOT NULL)""".formatted(
                        switch (engine) {
                            case SQLITE -> "TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now'))";
                            case POSTGRESQL -> "TIMESTAMP NOT NULL DEFAULT now()";
                        });
    }

    void took(Script script, long millis) throws SQLException {
        update(TOOK, Math.toIntExact(millis), String.valueOf(script.version()));
    }

    void remove(Script script) throws SQLException {
        update(REMOVE, String.valueOf(script.version()));
    }

    private void requireEmpty() throws SQLException {
        if (engine == Engine.SQLITE) {
            return; // Its head says whose file it is.
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FOREIGN)) {
            if (row.next()) {
                throw new StorageException(
                        "The database holds what Cairn did not make, the table or view %s: give Cairn a database of its own"
                                .formatted(row.getString(1)));
            }
        }
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
