package dev.cairn.persistence.jdbc;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one type, by what Micronaut Data found out about it at compile time. Where Micronaut's own mapper
 * looks up names and converts by type for each cell, this one decides that once.
 */
final class RowReader<R> {
    private final BeanIntrospection<R> introspection;
    private final String[] columns;
    private final Cell[] cells;

    /** Reads one cell; null where the database has none. */
    private interface Cell {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    RowReader(RuntimePersistentEntity<R> entity, Engine engine) {
        introspection = entity.getIntrospection();
        Argument<?>[] arguments = introspection.getConstructorArguments();
        columns = new String[arguments.length];
        cells = new Cell[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Argument<?> argument = arguments[i];
            columns[i] = Objects.requireNonNull(entity.getPropertyByName(argument.getName()))
                    .getPersistedName();
            cells[i] = cell(argument, engine);
        }
    }

    /** The positions of this type's columns in a result. */
    int[] positions(ResultSet result, String prefix) throws SQLException {
        int[] positions = new int[columns.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = result.findColumn(prefix + columns[i]);
        }
        return positions;
    }

    R read(ResultSet row, int[] positions) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[cells.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells[i].read(row, positions[i]);
        }
        return introspection.instantiate(false, values);
    }

    private static Cell cell(Argument<?> argument, Engine engine) {
        Class<?> type = argument.getType();
        if (type == String.class) {
            return ResultSet::getString;
        }
        if (type == Instant.class) {
            return engine == Engine.SQLITE ? RowReader::millis : RowReader::timestamp;
        }
        if (type.isEnum()) {
            return named(type);
        }
        if (type == long.class) {
            return ResultSet::getLong;
        }
        if (type == int.class) {
            return ResultSet::getInt;
        }
        if (type == boolean.class) {
            return ResultSet::getBoolean;
        }
        if (type == Long.class) {
            return (row, column) -> {
                long value = row.getLong(column);
                return value == 0 && row.wasNull() ? null : value;
            };
        }
        if (type == Integer.class) {
            return (row, column) -> {
                int value = row.getInt(column);
                return value == 0 && row.wasNull() ? null : value;
            };
        }
        throw new IllegalArgumentException("No column holds a " + argument);
    }

    private static Cell named(Class<?> type) {
        Map<String, Object> constants = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
        return (row, column) -> {
            String name = row.getString(column);
            return name == null ? null : constants.get(name);
        };
    }

    private static @Nullable Object millis(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return millis == 0 && row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Object timestamp(ResultSet row, int column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
