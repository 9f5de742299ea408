package dev.cairn.persistence.jdbc;

import dev.cairn.schema.Engine;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type of row: its columns, and how they are read and written, by what Micronaut Data found out at compile time. Where
 * Micronaut's own mapper looks up names and converts by type for each cell, this one decides that once.
 */
public final class RowType<R> {
    private final String table;
    private final String insertInto;
    /** The column that holds a whole row as JSON. */
    private final String whole;

    private final Cell[] cells;
    private final BeanIntrospection<R> introspection;
    private final Engine engine;
    private final List<Column<R>> columns = new ArrayList<>();

    /** A column, in the order of the record's components. */
    private record Column<R>(String name, Cell cell, BeanProperty<R, Object> property) {}

    /** A column of the rows that lists are sorted by. */
    public record Property<R>(String column, Class<?> type, Function<R, Object> value) {}

    /** Reads one value; null where the database has none. */
    private interface Cell {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;

        /** Reads a value that is not null. */
        Object read(JsonScanner json);

        /** Returns the SQL for the column within a JSON array. */
        default String json(String column) {
            return column;
        }
    }

    RowType(RuntimePersistentEntity<R> entity, Engine engine) {
        this.introspection = entity.getIntrospection();
        this.engine = engine;
        for (Argument<?> argument : introspection.getConstructorArguments()) {
            String name = Objects.requireNonNull(entity.getPropertyByName(argument.getName()))
                    .getPersistedName();
            columns.add(new Column<>(
                    name, cell(argument, engine), introspection.getRequiredProperty(argument.getName(), Object.class)));
        }
        this.table = entity.getPersistedName();
        this.whole = "whole_" + table;
        this.cells = columns.stream().map(Column::cell).toArray(Cell[]::new);
        this.insertInto = columns.stream()
                .map(Column::name)
                .collect(Collectors.joining(", ", "INSERT INTO " + table + " (", ")"));
    }

    /**
     * Writes what to select of {@code alias} for {@link Cells#as}. On SQLite a row is one JSON text, which is built and read
     * in half the time that its cells would take one by one; PostgreSQL sends rows whole anyhow.
     */
    public String select(String alias) {
        return switch (engine) {
            case SQLITE -> jsonArray(alias) + " AS " + whole;
            case POSTGRESQL ->
                columns.stream().map(column -> alias + "." + column.name()).collect(Collectors.joining(", "));
        };
    }

    /** Names the table or view that the rows are of. */
    public String table() {
        return table;
    }

    /** Answers the property of the rows that has this name. */
    public Property<R> property(String name) {
        return columns.stream()
                .filter(column -> column.property().getName().equals(name))
                .map(column -> new Property<R>(
                        column.name(),
                        column.property().getType(),
                        row -> Objects.requireNonNull(column.property().get(row))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row of " + table + " has a " + name));
    }

    /** Lists the columns for a RETURNING clause. */
    public String returning() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Writes a JSON array of the columns of {@code alias} and of other values, for {@link #read(JsonScanner)}. */
    public String jsonArray(String alias, String... others) {
        List<String> values = new ArrayList<>();
        columns.forEach(column -> values.add(column.cell().json(alias + "." + column.name())));
        values.addAll(List.of(others));
        return engine.jsonArray(String.join(", ", values));
    }

    String insertInto() {
        return insertInto;
    }

    @Nullable
    Object[] values(R row) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).property().get(row);
        }
        return values;
    }

    private static boolean has(ResultSet result, String column) {
        try {
            return result.findColumn(column) > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Finds the positions of this type's columns in a result, or of the one column that holds them all. */
    int[] positions(ResultSet result) throws SQLException {
        if (engine == Engine.SQLITE && has(result, whole)) {
            return new int[] {result.findColumn(whole)};
        }
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = result.findColumn(columns.get(i).name());
        }
        return positions;
    }

    R read(ResultSet row, int[] positions) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[positions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells[i].read(row, positions[i]);
        }
        return introspection.instantiate(false, values);
    }

    /** Reads as many values as there are columns, and stands after the last of them. */
    public R read(JsonScanner json) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                json.next();
            }
            values[i] = json.isNull() ? null : cells[i].read(json);
        }
        return introspection.instantiate(false, values);
    }

    private static Cell cell(Argument<?> argument, Engine engine) {
        Class<?> type = argument.getType();
        if (type == String.class) {
            return new Text(engine);
        }
        if (type == Instant.class) {
            return new Time(engine);
        }
        if (type.isEnum()) {
            return new Named(type);
        }
        if (type == boolean.class) {
            return new Flag();
        }
        if (type == long.class || type == Long.class) {
            return new Whole(type == Long.class);
        }
        if (type == int.class || type == Integer.class) {
            return new Small(type == Integer.class);
        }
        if (type == double.class || type == Double.class) {
            return new Real(type == Double.class);
        }
        throw new IllegalArgumentException("No column holds a " + argument);
    }

    private record Text(Engine engine) implements Cell {
        @Override
        public @Nullable Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        public Object read(JsonScanner json) {
            return json.text();
        }

        @Override
        public String json(String column) {
            return engine.plainText(column);
        }
    }

    private record Time(Engine engine) implements Cell {
        @Override
        public @Nullable Object read(ResultSet row, int column) throws SQLException {
            if (engine == Engine.SQLITE) {
                long millis = row.getLong(column);
                return millis == 0 && row.wasNull() ? null : Instant.ofEpochMilli(millis);
            }
            Timestamp value = row.getTimestamp(column);
            return value == null ? null : value.toInstant();
        }

        @Override
        public Object read(JsonScanner json) {
            return Instant.ofEpochMilli(json.integer());
        }

        @Override
        public String json(String column) {
            return engine.millis(column);
        }
    }

    private record Named(Map<String, Object> constants) implements Cell {
        Named(Class<?> type) {
            this(new HashMap<>());
            for (Object constant : type.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
        }

        @Override
        public @Nullable Object read(ResultSet row, int column) throws SQLException {
            String name = row.getString(column);
            return name == null ? null : constants.get(name);
        }

        @Override
        public Object read(JsonScanner json) {
            return Objects.requireNonNull(constants.get(json.text()));
        }
    }

    private record Flag() implements Cell {
        @Override
        public Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        public Object read(JsonScanner json) {
            return json.flag();
        }
    }

    private record Whole(boolean optional) implements Cell {
        @Override
        public @Nullable Object read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return optional && value == 0 && row.wasNull() ? null : (Object) value;
        }

        @Override
        public Object read(JsonScanner json) {
            return json.integer();
        }
    }

    private record Small(boolean optional) implements Cell {
        @Override
        public @Nullable Object read(ResultSet row, int column) throws SQLException {
            int value = row.getInt(column);
            return optional && value == 0 && row.wasNull() ? null : (Object) value;
        }

        @Override
        public Object read(JsonScanner json) {
            return Math.toIntExact(json.integer());
        }
    }

    private record Real(boolean optional) implements Cell {
        @Override
        public @Nullable Object read(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return optional && value == 0 && row.wasNull() ? null : (Object) value;
        }

        @Override
        public Object read(JsonScanner json) {
            return json.number();
        }
    }
}
