package dev.cairn.schema.move;

import dev.cairn.schema.Engine;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.TableModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a table in the order of its key, one after the other, and says them as no engine does: a {@code Long} for every
 * number, truth and time (milliseconds), a {@code Double}, a {@code String} also for JSON, as it is written, bytes, or null.
 */
record TableReader(Connection connection, Engine engine, TableModel table) {
    /** Texts may be long, and all of these are in memory. */
    private static final int FETCHED_ROWS = 200;

    /** Receives a row; it may keep the row, but not for long. */
    interface Use {
        void with(@Nullable Object[] row) throws SQLException;
    }

    /** @param after the key of the row before the first that is read; null for all rows */
    void each(@Nullable Object @Nullable [] after, Use use) throws SQLException {
        String key = String.join(", ", table.primaryKey());
        String marks = table.primaryKey().stream().map(_ -> "?").collect(Collectors.joining(", "));
        String query = "SELECT %s FROM %s%s ORDER BY %s"
                .formatted(
                        columns(table.columns()),
                        table.name(),
                        after == null ? "" : " WHERE (%s) > (%s)".formatted(key, marks),
                        key);
        // PostgreSQL sends rows as they are asked for only within a transaction that the driver knows of.
        connection.setAutoCommit(engine == Engine.SQLITE);
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; after != null && i < after.length; i++) {
                statement.setObject(i + 1, bound(table.primaryKey().get(i), after[i]));
            }
            statement.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    use.with(row(rows, table.columns()));
                }
            }
        }
        connection.setAutoCommit(true);
    }

    /** Answers the key of the last row; null when there is none. */
    @Nullable
    Object @Nullable [] last() throws SQLException {
        List<ColumnModel> key = table.primaryKey().stream().map(this::column).toList();
        String backwards =
                table.primaryKey().stream().map(name -> name + " DESC").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT %s FROM %s ORDER BY %s LIMIT 1".formatted(columns(key), table.name(), backwards))) {
            return rows.next() ? row(rows, key) : null;
        }
    }

    private ColumnModel column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Times are compared as PostgreSQL has them. */
    private @Nullable Object bound(String name, @Nullable Object value) {
        return switch (column(name).type()) {
            case TIMESTAMP, BOOLEAN, REAL, JSON, BYTES, WORDS ->
                throw new IllegalStateException("A key of " + table.name() + " is no number and no text");
            case BIGINT, INTEGER, TEXT -> value;
        };
    }

    private String columns(List<ColumnModel> columns) {
        return columns.stream()
                .map(column -> switch (column.type()) {
                    case TIMESTAMP -> engine.millis(column.name());
                    case BIGINT, INTEGER, BOOLEAN, REAL, TEXT, JSON, BYTES, WORDS -> column.name();
                })
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Object[] row(ResultSet rows, List<ColumnModel> columns) throws SQLException {
        @Nullable Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(rows, columns.get(i), i + 1);
        }
        return row;
    }

    private static @Nullable Object value(ResultSet rows, ColumnModel column, int at) throws SQLException {
        Object value = switch (column.type()) {
            case BIGINT, INTEGER, TIMESTAMP -> rows.getLong(at);
            case BOOLEAN -> rows.getBoolean(at) ? 1L : 0L;
            case REAL -> rows.getDouble(at);
            case TEXT, JSON -> rows.getString(at);
            case BYTES -> rows.getBytes(at);
            case WORDS -> throw new IllegalStateException("Words are made anew");
        };
        return column.nullable() && rows.wasNull() ? null : value;
    }
}
