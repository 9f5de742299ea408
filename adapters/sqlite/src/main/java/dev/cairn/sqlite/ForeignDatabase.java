package dev.cairn.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * A database of another program, read from a private copy. Of its schema nothing is believed: only plain tables are read, whatever else
 * is in it does nothing, and what is wrong with the file is found before the first row.
 */
public final class ForeignDatabase implements AutoCloseable {
    /** A row with more than this much in its columns is told of, and its large ones are not read. */
    public static final int COLUMN_BYTES_MAX = 20_000_000;

    /** SQLite makes no longer value, whatever the schema computes. */
    private static final int VALUE_BYTES_MAX = 64_000_000;

    /** The time in which a file is looked through. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(30);
    /** The number of SQLite's operations between two looks at the clock. */
    private static final int OPERATIONS = 20;

    private final Connection connection;
    private final Map<String, List<String>> tables;

    /**
     * A row as it is stored.
     *
     * @param values by the names of the columns: Long, Double, String, byte[] or null
     * @param tooLarge the columns that hold more than {@value #COLUMN_BYTES_MAX} bytes, and are null here
     */
    public record Row(Map<String, @Nullable Object> values, List<String> tooLarge) {}

    /** A condition on the rows of a table. */
    public static final class Where {
        public static final Where ALL = new Where(List.of(), "", null, null);

        private final List<String> columns;
        private final String sql;
        private final @Nullable Object value;
        private final @Nullable String other;

        private Where(List<String> columns, String sql, @Nullable Object value, @Nullable String other) {
            this.columns = columns;
            this.sql = sql;
            this.value = value;
            this.other = other;
        }

        /** @param value null for those where it is NULL */
        public static Where is(String column, @Nullable Object value) {
            return new Where(List.of(column), " WHERE %s IS ?".formatted(quoted(column)), value, null);
        }

        /** Matches rows that name no row of the other table by its {@code id}; all rows where there is no such table. */
        public static Where dangling(String column, String other) {
            return new Where(
                    List.of(column),
                    " AS row WHERE NOT EXISTS (SELECT 1 FROM %s AS other WHERE other.id = row.%s)"
                            .formatted(quoted(other), quoted(column)),
                    null,
                    other);
        }
    }

    private ForeignDatabase(Connection connection, Map<String, List<String>> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /**
     * Opens a copy that nobody else has open. What stands beside it as {@code -wal} or {@code -journal} is played in, which changes the
     * copy.
     *
     * @throws SqlFailure when it is no database, is damaged, or is encrypted, or looking through it takes too long
     */
    public static ForeignDatabase open(Path copy) {
        return open(copy, LOOK_MAX);
    }

    static ForeignDatabase open(Path copy, Duration lookMax) {
        try {
            return opened(copy, lookMax);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static ForeignDatabase opened(Path copy, Duration lookMax) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(VALUE_BYTES_MAX));
        Connection connection = config.createConnection("jdbc:sqlite:" + copy);
        boolean done = false;
        try {
            execute(connection, "PRAGMA trusted_schema = OFF");
            execute(connection, "PRAGMA cell_size_check = ON");
            // The check below would compute them for each row.
            execute(connection, "PRAGMA ignore_check_constraints = ON");
            // A copy needs no WAL: afterwards it is one file.
            execute(connection, "PRAGMA journal_mode = DELETE");
            check(connection, lookMax);
            ForeignDatabase database = new ForeignDatabase(connection, tables(connection));
            done = true;
            return database;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private static void check(Connection connection, Duration lookMax) throws SQLException {
        long begun = System.nanoTime();
        ProgressHandler.setHandler(connection, OPERATIONS, new ProgressHandler() {
            @Override
            protected int progress() {
                return System.nanoTime() - begun > lookMax.toNanos() ? 1 : 0;
            }
        });
        try {
            String check = text(connection, "PRAGMA quick_check(1)");
            if (!"ok".equals(check)) {
                throw new SQLException("it is damaged: " + check);
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) {
                throw new SQLException(
                        "it takes longer than %d seconds to look through".formatted(lookMax.toSeconds()), e);
            }
            throw e;
        } finally {
            ProgressHandler.clearHandler(connection);
        }
    }

    /** The columns of each plain table, in the order of the schema; views, virtual tables and SQLite's own are left out. */
    public Map<String, List<String>> tables() {
        return tables;
    }

    /** Counts the rows; 0 for a table that does not exist. */
    public long count(String table, Where where) {
        if (!has(table, where.columns)) {
            return 0;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT count(*) FROM " + quoted(table) + sql(where))) {
            bind(statement, where);
            try (ResultSet count = statement.executeQuery()) {
                return count.getLong(1);
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Makes rows quick to find by a column; the copy gets an index. */
    public void index(String table, String column) {
        if (!tables.getOrDefault(table, List.of()).contains(column)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX IF NOT EXISTS %s ON %s (%s)"
                    .formatted(quoted("cairn_" + table + "_" + column), quoted(table), quoted(column)));
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /**
     * Goes through some rows of a table, in the order of columns as far as there are such; of a table that there is not, through none. Another
     * question may be asked while it goes.
     */
    public void rows(String table, Where where, List<String> order, Consumer<Row> sink) {
        List<String> columns = tables.getOrDefault(table, List.of());
        if (!has(table, where.columns)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(select(table, columns, where, order))) {
            bind(statement, where);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.accept(row(rows, columns));
                }
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private boolean has(String table, List<String> columns) {
        return tables.containsKey(table) && tables.get(table).containsAll(columns);
    }

    /** Returns the condition as SQL; one that compares with a missing table is left out. */
    private String sql(Where where) {
        return where.other == null || has(where.other, List.of("id")) ? where.sql : "";
    }

    private static void bind(PreparedStatement statement, Where where) throws SQLException {
        if (where.sql.contains("?")) {
            statement.setObject(1, where.value);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Builds the query; of a value that is too large it reads only that it is. */
    private String select(String table, List<String> columns, Where where, List<String> order) {
        String values = columns.stream()
                .map(ForeignDatabase::quoted)
                .map(name -> "iif(octet_length(%1$s) > %2$d, NULL, %1$s), coalesce(octet_length(%1$s), 0) > %2$d"
                        .formatted(name, COLUMN_BYTES_MAX))
                .collect(Collectors.joining(", "));
        String sorted = order.stream()
                .filter(columns::contains)
                .map(ForeignDatabase::quoted)
                .collect(Collectors.joining(", "));
        return "SELECT %s FROM %s%s%s"
                .formatted(values, quoted(table), sql(where), sorted.isEmpty() ? "" : " ORDER BY " + sorted);
    }

    private static Row row(ResultSet rows, List<String> columns) throws SQLException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> tooLarge = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = rows.getObject(2 * i + 1);
            values.put(columns.get(i), value instanceof Integer number ? Long.valueOf(number) : value);
            if (rows.getBoolean(2 * i + 2)) {
                tooLarge.add(columns.get(i));
            }
        }
        return new Row(values, tooLarge);
    }

    private static Map<String, List<String>> tables(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT t.name, c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c"
                                + " WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                                + " ORDER BY t.name, c.cid")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return tables;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static @Nullable String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
