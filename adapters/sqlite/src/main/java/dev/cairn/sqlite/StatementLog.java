package dev.cairn.sqlite;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sees every statement that ran: those of more than 100 ms are logged with their plan, never with their values. */
public final class StatementLog {
    private static final Logger LOG = System.getLogger(StatementLog.class.getName());
    private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final String EXPLAIN = "EXPLAIN QUERY PLAN ";

    private volatile Consumer<String> observer = _ -> {};

    /** Tells {@code observer} the text of each statement from now on: for tests that count them. */
    public void observe(Consumer<String> observer) {
        this.observer = observer;
    }

    void ran(SqliteConnection connection, String sql, long nanos) {
        if (sql.startsWith(EXPLAIN)) {
            return;
        }
        observer.accept(sql);
        if (nanos > SLOW_NANOS) {
            LOG.log(
                    Level.WARNING,
                    () -> "%d ms: %s%s"
                            .formatted(TimeUnit.NANOSECONDS.toMillis(nanos), sql.strip(), plan(connection, sql)));
        }
    }

    private static String plan(SqliteConnection connection, String sql) {
        StringJoiner plan = new StringJoiner("\n  ", "\n  ", "");
        try (PreparedStatement explained = connection.prepareStatement(EXPLAIN + sql);
                ResultSet step = explained.executeQuery()) {
            while (step.next()) {
                plan.add(step.getString("detail"));
            }
        } catch (SQLException e) {
            plan.add(e.getMessage());
        }
        return plan.toString();
    }
}
