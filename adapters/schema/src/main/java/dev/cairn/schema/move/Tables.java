package dev.cairn.schema.move;

import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.model.Ddl;
import dev.cairn.schema.model.Definition;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.sql.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The statements that a move sends besides rows. */
final class Tables {
    /** The SQL state of a deadlock: two transactions locked tables in different orders, and one begins anew. */
    private static final String DEADLOCK = "40P01";

    private static final int DEADLOCKS_MAX = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private Tables() {}

    /** Work in a transaction; it may run more than once. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Runs some work wholly or not at all, on a connection of its own. */
    static <T> T transaction(Target database, Work<T> work) throws SQLException {
        for (int deadlocks = 0; ; deadlocks++) {
            try (Connection connection = database.open()) {
                return transaction(connection, database.engine(), work);
            } catch (SQLException e) {
                if (!DEADLOCK.equals(e.getSQLState()) || deadlocks >= DEADLOCKS_MAX) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(PAUSE_NANOS));
            }
        }
    }

    /** Runs some work on this connection; sent as SQL, since JDBC would begin the next transaction at once. */
    static <T> T transaction(Connection connection, Engine engine, Work<T> work) throws SQLException {
        Statements.run(connection, engine == Engine.SQLITE ? "BEGIN IMMEDIATE" : "BEGIN");
        boolean done = false;
        try {
            T result = work.with(connection);
            Statements.run(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    /** A connection that is lost, and an engine that has done so by itself, have nothing to roll back. */
    private static void rollback(Connection connection) {
        try {
            Statements.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            System.getLogger(Tables.class.getName()).log(System.Logger.Level.DEBUG, "The rollback failed", e);
        }
    }

    static void make(Connection connection, Model model, Engine engine) throws SQLException {
        for (Definition definition : Ddl.of(model, engine)) {
            Statements.run(connection, definition.sql());
        }
    }

    static boolean has(Connection connection, String table) throws SQLException {
        try (ResultSet found = connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
            return found.next();
        }
    }

    static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
