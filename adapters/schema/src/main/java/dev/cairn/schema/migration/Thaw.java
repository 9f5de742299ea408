package dev.cairn.schema.migration;

import dev.cairn.schema.Engine;
import dev.cairn.schema.Moving;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Removes the marks of a move, which make a database refuse changes (ADR 42). */
public final class Thaw {
    /** A transaction that writes ends within a minute (ADR 22); the lock waits for each of those that have begun. */
    public static final String PATIENCE = "SET LOCAL lock_timeout = '70s'";

    static final String DROP_FUNCTION = "DROP FUNCTION IF EXISTS " + Moving.TRIGGER + "()";

    private static final String TRIGGERS_OF_SQLITE =
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '" + Moving.TRIGGER
                    + "!_%' ESCAPE '!'";
    private static final String TRIGGERED_OF_POSTGRESQL = """
            SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
             WHERE t.tgname = '%s' AND c.relnamespace = current_schema()::regnamespace
             ORDER BY c.relname""".formatted(Moving.TRIGGER);

    private Thaw() {}

    /** @param connection in a transaction */
    public static void of(Connection connection, Engine engine) throws SQLException {
        switch (engine) {
            case SQLITE -> {
                for (String trigger : Statements.texts(connection, TRIGGERS_OF_SQLITE)) {
                    Statements.run(connection, "DROP TRIGGER " + trigger);
                }
            }
            case POSTGRESQL -> {
                List<String> tables = Statements.texts(connection, TRIGGERED_OF_POSTGRESQL);
                if (!tables.isEmpty()) {
                    Statements.run(connection, PATIENCE);
                    Statements.run(
                            connection, "LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(String.join(", ", tables)));
                }
                for (String table : tables) {
                    Statements.run(connection, "DROP TRIGGER %s ON %s".formatted(Moving.TRIGGER, table));
                }
                Statements.run(connection, DROP_FUNCTION);
            }
        }
        Statements.run(connection, "DROP TABLE IF EXISTS " + Moving.SOURCE);
    }
}
