package dev.cairn.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4ResultSet;

/**
 * The rows of a kept statement. The driver's own result asks the engine for all column names at each execution and takes
 * a lock and a lambda per cell; here the names are looked up once per statement, and a cell is one native call.
 */
final class SqliteRows extends JDBC4ResultSet {
    private final DB db;
    private final long handle;
    private final KeptStatement statement;
    private final Map<String, Integer> columns;
    private boolean first;
    private int lastRead;

    /**
     * @param columns the positions of the columns, from 1
     * @param row whether there is a first row, which the execution has already stepped to
     */
    SqliteRows(KeptStatement statement, long handle, Map<String, Integer> columns, boolean row) {
        super(statement);
        this.statement = statement;
        this.db = statement.getDatabase();
        this.handle = handle;
        this.columns = columns;
        this.first = row;
        this.open = true;
        this.emptyResultSet = !row;
    }

    @Override
    public boolean next() throws SQLException {
        if (!open) {
            return false;
        }
        if (first) {
            first = false;
            row = 1;
            return true;
        }
        int code = emptyResultSet ? SQLITE_DONE : db.step(handle);
        if (code == SQLITE_ROW) {
            row++;
            return true;
        }
        close();
        if (code != SQLITE_DONE) {
            db.throwex(code);
        }
        return false;
    }

    @Override
    public void close() throws SQLException {
        if (open) {
            open = false;
            statement.stop();
        }
    }

    @Override
    public int findColumn(@Nullable String name) throws SQLException {
        Integer found = columns.get(name);
        if (found == null) {
            throw new SQLException("No such column: " + name);
        }
        return found;
    }

    @Override
    public boolean wasNull() throws SQLException {
        return db.column_type(handle, lastRead) == SQLITE_NULL;
    }

    @Override
    public long getLong(int column) throws SQLException {
        return db.column_long(handle, read(column));
    }

    @Override
    public int getInt(int column) throws SQLException {
        return db.column_int(handle, read(column));
    }

    @Override
    public boolean getBoolean(int column) throws SQLException {
        return db.column_int(handle, read(column)) != 0;
    }

    @Override
    public double getDouble(int column) throws SQLException {
        return db.column_double(handle, read(column));
    }

    /** Reads a text by its bytes: the driver's own way makes a buffer for each text. */
    @Override
    public @Nullable String getString(int column) throws SQLException {
        byte[] text = db.column_blob(handle, read(column));
        if (text != null) {
            return new String(text, StandardCharsets.UTF_8);
        }
        return wasNull() ? null : "";
    }

    /** Reads bytes, also those of a text: its UTF-8. */
    @Override
    public byte @Nullable [] getBytes(int column) throws SQLException {
        return db.column_blob(handle, read(column));
    }

    /** Returns the stored value: a Long, a Double, a String, or null. */
    @Override
    public @Nullable Object getObject(int column) throws SQLException {
        return switch (db.column_type(handle, read(column))) {
            case SQLITE_NULL -> null;
            case SQLITE_INTEGER -> getLong(column);
            case SQLITE_FLOAT -> getDouble(column);
            default -> getString(column);
        };
    }

    /** Reads a time from milliseconds since 1970. */
    @Override
    public @Nullable Timestamp getTimestamp(int column) throws SQLException {
        long millis = getLong(column);
        return millis == 0 && wasNull() ? null : new Timestamp(millis);
    }

    private int read(int column) throws SQLException {
        if (!open) {
            throw new SQLException("The result is closed");
        }
        lastRead = column - 1;
        return lastRead;
    }
}
