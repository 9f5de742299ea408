package dev.cairn.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/** A statement that goes back to its connection when it is closed. */
final class KeptStatement extends JDBC4PreparedStatement {
    private static final int LARGE = 64 << 10;

    private final SqliteConnection owner;
    private final String text;
    private final long handle;
    private final Map<String, Integer> columns = new HashMap<>();
    private @Nullable SqliteRows rows;
    private boolean idle;
    private long begun;

    KeptStatement(SqliteConnection owner, String text) throws SQLException {
        super(owner, text);
        this.owner = owner;
        this.text = text;
        this.handle = pointer.safeRunLong((_, address) -> address);
        for (int i = 0; i < columnCount; i++) {
            columns.putIfAbsent(getDatabase().column_name(handle, i), i + 1);
        }
    }

    void reopen() {
        idle = false;
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        ready();
        try {
            rows = new SqliteRows(this, handle, columns, getDatabase().execute(this, batch));
            return rows;
        } catch (SQLException e) {
            stop();
            throw e;
        }
    }

    @Override
    public int executeUpdate() throws SQLException {
        return Math.toIntExact(executeLargeUpdate());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        ready();
        try {
            return getDatabase().executeUpdate(this, batch);
        } finally {
            stop();
        }
    }

    @Override
    public int[] executeBatch() throws SQLException {
        ready();
        try {
            return super.executeBatch();
        } finally {
            stop();
        }
    }

    /** Sets a time as a number: the driver's own way makes a calendar for each value. */
    @Override
    public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        if (value == null) {
            batch(index, null);
        } else {
            batch(index, value.getTime());
        }
    }

    @Override
    public void close() throws SQLException {
        if (idle) {
            return;
        }
        if (pointer.isClosed()) {
            super.close();
            return;
        }
        if (rows != null) {
            rows.close();
        }
        clearBatch();
        forget();
        idle = owner.keep(this, text);
        if (!idle) {
            super.close();
        }
    }

    /**
     * Lets go of the values. The engine keeps its copies unless one is large: a statement whose bindings were cleared is
     * prepared anew when its plan could depend on them, which costs the claim five times its time.
     */
    private void forget() throws SQLException {
        if (batch == null) {
            return;
        }
        boolean large = false;
        for (int i = 0; i < paramCount; i++) {
            large |= batch[i] instanceof String value && value.length() > LARGE;
        }
        if (large) {
            clearParameters();
        } else {
            Arrays.fill(batch, 0, paramCount, null);
        }
    }

    void discard() throws SQLException {
        idle = false;
        super.close();
    }

    private void ready() throws SQLException {
        checkOpen();
        if (rows != null) {
            rows.close();
        }
        begun = System.nanoTime();
    }

    /** The statement ran to its end, or it failed. */
    void stop() throws SQLException {
        rows = null;
        if (!pointer.isClosed()) {
            getDatabase().reset(handle);
        }
        owner.ran(text, System.nanoTime() - begun);
    }
}
