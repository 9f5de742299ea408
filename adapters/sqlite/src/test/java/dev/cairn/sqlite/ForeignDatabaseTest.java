package dev.cairn.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.sqlite.ForeignDatabase.Row;
import dev.cairn.sqlite.ForeignDatabase.Where;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignDatabaseTest {
    private static final String ROWS =
            "INSERT INTO t (x) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i FROM n";
    private static final String CHEAP = "length(hex(zeroblob(CASE WHEN typeof(x) = 'text' THEN 1 ELSE 1 END)))";

    @TempDir
    Path directory;

    /** Each is made while it costs nothing, which is changed afterwards. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (x, CHECK (COST > 0))",
                "CREATE TABLE t (x CHECK (COST > 0))",
                "CREATE TABLE t (x, y INT NOT NULL GENERATED ALWAYS AS (COST) VIRTUAL)",
                "CREATE TABLE t (x, y INT GENERATED ALWAYS AS (COST) VIRTUAL); CREATE INDEX i ON t (y)",
                "CREATE TABLE t (x, y INT GENERATED ALWAYS AS (COST) VIRTUAL CHECK (y > 0))",
                "CREATE TABLE t (x); CREATE INDEX i ON t (COST)",
                "CREATE TABLE t (x); CREATE INDEX i ON t (x) WHERE COST > 0",
                "CREATE TABLE t (x); CREATE VIEW v AS SELECT COST FROM t",
                "CREATE TABLE t (x); CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT COST FROM (SELECT NEW.x AS x); END"
            })
    @Timeout(30)
    void whatASchemaComputesCostsNobodyTheServer(String schema) throws SQLException {
        for (int bytes : new int[] {20_000_000, 499_000_000}) {
            Path file = directory.resolve("costly-%d.db".formatted(bytes));
            make(file, schema, bytes);
            try (ForeignDatabase database = ForeignDatabase.open(file, Duration.ofSeconds(1))) {
                assertThat(database.count("t", Where.ALL)).isEqualTo(20_000);
                database.index("t", "x");
                List<Row> rows = new ArrayList<>();
                database.rows("t", Where.is("x", 7L), List.of("x"), rows::add);
                assertThat(rows).hasSize(1);
            } catch (SqlFailure e) {
                assertThat(e).hasMessageMatching("(?s).*(longer than 1 seconds|TOOBIG|too big).*");
            }
        }
    }

    private static void make(Path file, String schema, int bytes) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : schema.replace("COST", CHEAP).split("; (?=CREATE)", -1)) {
                statement.execute(sql);
            }
            statement.execute(ROWS);
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute(
                    "UPDATE sqlite_schema SET sql = replace(sql, 'ELSE 1 END', 'ELSE %d END')".formatted(bytes));
        }
    }

    @Test
    void aValueThatIsTooLargeIsToldOf() throws SQLException {
        Path file = directory.resolve("large.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id, x, y)");
            statement.execute("INSERT INTO t VALUES (1, zeroblob(30000000), 'kept'), (2, zeroblob(90000000), 'kept')");
        }
        List<Row> rows = new ArrayList<>();
        try (ForeignDatabase database = ForeignDatabase.open(file)) {
            database.rows("t", Where.ALL, List.of("id"), rows::add);
        }
        assertThat(rows).extracting(Row::tooLarge).containsExactly(List.of("x"), List.of("x"));
        assertThat(rows).extracting(row -> row.values().get("y")).containsOnly("kept");
    }

    @Test
    void whatTakesTooLongIsRefusedInWords() throws SQLException {
        Path file = directory.resolve("long.db");
        make(file, "CREATE TABLE t (x)", 1);
        assertThatThrownBy(() -> ForeignDatabase.open(file, Duration.ZERO))
                .isInstanceOf(SqlFailure.class)
                .hasMessageContaining("longer than 0 seconds");
    }
}
