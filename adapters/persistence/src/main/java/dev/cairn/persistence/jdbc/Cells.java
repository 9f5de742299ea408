package dev.cairn.persistence.jdbc;

import dev.cairn.domain.kernel.Id;
import dev.cairn.schema.Engine;
import dev.cairn.sqlite.SqlFailure;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a result's current row, by the name of their column. */
public final class Cells {
    private final ResultSet row;
    private final RowTypes types;
    private final Map<Class<?>, int[]> positions = new HashMap<>();
    private Map.@Nullable Entry<Class<?>, RowType<?>> last;

    Cells(ResultSet row, RowTypes types) {
        this.row = row;
        this.types = types;
    }

    /** Reads the row that {@link RowType#select} or {@link RowType#returning} names. */
    public <R> R as(Class<R> type) {
        RowType<R> rows = types.of(type);
        last = Map.entry(type, rows);
        try {
            int[] found = positions.get(type);
            if (found == null) {
                found = rows.positions(row);
                positions.put(type, found);
            }
            if (found.length > 1) {
                return rows.read(row, found);
            }
            JsonScanner json = new JsonScanner(row.getBytes(found[0]));
            json.enter();
            return rows.read(json);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Returns the table and id of the row, for error messages. */
    String place() {
        try {
            if (last == null) {
                return "a row with the id " + new Id<>(row.getLong("id"));
            }
            int[] found = positions.get(last.getKey());
            String table = last.getValue().table();
            if (found == null || found.length > 1) {
                return "row %s of %s".formatted(new Id<>(row.getLong(found == null ? 1 : found[0])), table);
            }
            JsonScanner json = new JsonScanner(row.getBytes(found[0]));
            json.enter();
            return "row %s of %s".formatted(new Id<>(json.integer()), table);
        } catch (SQLException | RuntimeException e) {
            return last == null ? "a row" : "a row of " + last.getValue().table();
        }
    }

    /** Reads JSON made by the engine, or null. */
    public @Nullable JsonScanner json(String column) {
        if (types.engine() == Engine.POSTGRESQL) {
            String text = optionalText(column);
            return text == null ? null : new JsonScanner(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] text = read(ResultSet::getBytes, column);
        return text == null ? null : new JsonScanner(text);
    }

    public long integer(String column) {
        return read(ResultSet::getLong, column);
    }

    public @Nullable Long optionalInteger(String column) {
        long value = integer(column);
        return read((cells, _) -> cells.wasNull(), column) ? null : value;
    }

    public double number(String column) {
        return read(ResultSet::getDouble, column);
    }

    public boolean flag(String column) {
        return read(ResultSet::getBoolean, column);
    }

    public @Nullable String optionalText(String column) {
        return read(ResultSet::getString, column);
    }

    public String text(String column) {
        String value = optionalText(column);
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }

    public @Nullable Instant optionalInstant(String column) {
        Timestamp value = read(ResultSet::getTimestamp, column);
        return value == null ? null : value.toInstant();
    }

    public Instant instant(String column) {
        Instant value = optionalInstant(column);
        if (value == null) {
            throw new IllegalStateException(column + " is null");
        }
        return value;
    }

    public <T> Id<T> id(String column) {
        return new Id<>(integer(column));
    }

    public <T> @Nullable Id<T> optionalId(String column) {
        Long value = optionalInteger(column);
        return value == null ? null : new Id<>(value);
    }

    private <V extends @Nullable Object> V read(Reader<V> reader, String column) {
        try {
            return reader.read(row, column);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private interface Reader<V extends @Nullable Object> {
        V read(ResultSet row, String column) throws SQLException;
    }
}
