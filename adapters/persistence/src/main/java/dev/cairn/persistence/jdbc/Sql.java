package dev.cairn.persistence.jdbc;

import dev.cairn.domain.kernel.Id;
import dev.cairn.schema.Engine;
import dev.cairn.sqlite.SqlFailure;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs constant statements with bound parameters, on the connection of the current transaction or on one of their own. It
 * steps every result to its end: SQLite checkpoints only when no statement is left in the middle.
 */
@Singleton
public final class Sql {
    /**
     * The numbers of rows that one INSERT takes: few different ones, so that the statements stay prepared, and below every
     * engine's limit of parameters.
     */
    private static final int[] ROWS_PER_STATEMENT = {64, 16, 4, 2, 1};

    private static final String PLAN_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan";

    private final Map<Insert, InsertStatement> inserts = new ConcurrentHashMap<>();
    private final ConnectionOperations<Connection> connections;
    private final RowTypes types;
    private final Engine engine;
    private final CurrentTransaction current;

    /** An insert of several rows; there are few of them. */
    private record Insert(String into, int columns, int rows) {
        InsertStatement statement() {
            return new InsertStatement(
                    into + " VALUES " + String.join(", ", Collections.nCopies(rows, "(" + marks(columns) + ")")),
                    columns);
        }
    }

    /**
     * The text of an insert and, for each column, the type of its nulls. PostgreSQL parses a prepared statement again when a parameter has another
     * type than before, so that a null takes the type of the values that the column had.
     */
    private static final class InsertStatement {
        private final String sql;
        private final int[] nulls;

        InsertStatement(String sql, int columns) {
            this.sql = sql;
            this.nulls = new int[columns]; // Types.NULL is 0
        }

        void bind(PreparedStatement statement, int index, int column, @Nullable Object value) throws SQLException {
            if (value == null) {
                statement.setNull(index, nulls[column]);
            } else {
                nulls[column] = nullOf(value);
                Sql.bind(statement, index, value);
            }
        }

        private static int nullOf(Object value) {
            return switch (value) {
                case Id<?> _, Long _ -> Types.BIGINT;
                case Integer _ -> Types.INTEGER;
                case Boolean _ -> Types.BOOLEAN;
                default -> Types.NULL;
            };
        }
    }

    Sql(ConnectionOperations<Connection> connections, RowTypes types, Engine engine, CurrentTransaction current) {
        this.connections = connections;
        this.types = types;
        this.engine = engine;
        this.current = current;
    }

    /** Answers the transaction that statements of this thread belong to. */
    public CurrentTransaction transaction() {
        return current;
    }

    public Engine engine() {
        return engine;
    }

    /** Returns the type of a row. */
    public <R> RowType<R> type(Class<R> type) {
        return types.of(type);
    }

    /**
     * Has PostgreSQL plan the statements of this transaction once for all values, from here on: for one that takes longer to plan than to run.
     * SQLite always does.
     */
    public void planOnce() {
        if (engine == Engine.POSTGRESQL) {
            update(PLAN_ONCE);
        }
    }

    /** Reads whatever the query selects. */
    public <V> List<V> query(String sql, Function<Cells, V> reader, @Nullable Object... values) {
        return run(ConnectionDefinition.READ_ONLY, sql, reader, values);
    }

    /** Reads the first row of a query. */
    public <V> Optional<V> first(String sql, Function<Cells, V> reader, @Nullable Object... values) {
        return query(sql, reader, values).stream().findFirst();
    }

    /** Reads the one row of a query that always has one. */
    public <V> V one(String sql, Function<Cells, V> reader, @Nullable Object... values) {
        return query(sql, reader, values).getFirst();
    }

    /** Runs a writing statement with a RETURNING clause. */
    public <V> List<V> returning(String sql, Function<Cells, V> reader, @Nullable Object... values) {
        return run(ConnectionDefinition.DEFAULT, sql, reader, values);
    }

    /** @return how many rows changed */
    public int update(String sql, @Nullable Object... values) {
        return translated(ConnectionDefinition.DEFAULT, sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Inserts rows in the order given. */
    public <R> void insertAll(Class<R> type, List<R> rows) {
        RowType<R> known = types.of(type);
        insertAll(known.insertInto(), rows.stream().map(known::values).toList());
    }

    /**
     * Inserts many lists of values, several rows to a statement: half the time of a batch, where a trigger runs.
     *
     * @param into {@code INSERT INTO table (columns)}
     */
    public void insertAll(String into, List<@Nullable Object[]> rows) {
        int from = 0;
        for (int size : ROWS_PER_STATEMENT) {
            while (rows.size() - from >= size) {
                insert(into, rows.subList(from, from + size));
                from += size;
            }
        }
    }

    private void insert(String into, List<@Nullable Object[]> rows) {
        InsertStatement insert =
                inserts.computeIfAbsent(new Insert(into, rows.getFirst().length, rows.size()), Insert::statement);
        translated(ConnectionDefinition.DEFAULT, insert.sql, statement -> {
            int index = 1;
            for (@Nullable Object[] values : rows) {
                for (int column = 0; column < values.length; column++) {
                    insert.bind(statement, index++, column, values[column]);
                }
            }
            return statement.executeUpdate();
        });
    }

    /**
     * Runs one statement for many lists of values.
     *
     * @return how many rows changed
     */
    public int batch(String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return translated(ConnectionDefinition.DEFAULT, sql, statement -> {
            for (@Nullable Object[] values : rows) {
                bind(statement, values);
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        });
    }

    /** Writes {@code ?, ?, ?}. */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private <V> List<V> run(
            ConnectionDefinition definition, String sql, Function<Cells, V> reader, @Nullable Object... values) {
        return translated(definition, sql, statement -> {
            bind(statement, values);
            List<V> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                Cells cells = new Cells(result, types);
                while (result.next()) {
                    found.add(read(reader, cells));
                }
            }
            return found;
        });
    }

    private static <V> V read(Function<Cells, V> reader, Cells cells) {
        try {
            return reader.apply(cells);
        } catch (RuntimeException e) {
            throw Errors.unreadable(e, cells.place());
        }
    }

    /** Uses a prepared statement. */
    private interface Use<V> {
        V with(PreparedStatement statement) throws SQLException;
    }

    private <V> V translated(ConnectionDefinition definition, String sql, Use<V> use) {
        try {
            return connections.execute(definition, status -> {
                try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
                    return use.with(statement);
                } catch (SQLException e) {
                    throw new SqlFailure(e);
                }
            });
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Id<?> id -> statement.setLong(index, id.value());
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setInt(index, number);
            case Boolean flag -> statement.setBoolean(index, flag);
            case Instant instant -> statement.setTimestamp(index, Timestamp.from(instant));
            case Enum<?> name -> statement.setString(index, name.name());
            default -> statement.setString(index, value.toString());
        }
    }
}
