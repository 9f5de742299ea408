package dev.cairn.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.schema.Engine;
import dev.cairn.schema.catalogue.Catalogues;
import dev.cairn.schema.catalogue.Difference;
import dev.cairn.schema.catalogue.Scratch;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.migration.ChangeCases.Back;
import dev.cairn.schema.migration.ChangeCases.Case;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.plan.Finding;
import dev.cairn.schema.plan.Lint;
import dev.cairn.schema.plan.LintRule;
import dev.cairn.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of change, on both engines, with rows in all tables: the generated migration leads to the model and keeps what it does
 * not touch, the way back leads to the old model and the old rows.
 */
class SchemaChangeTest {
    /** These tell of older servers, not of rows. */
    private static final Set<LintRule> OF_VERSIONS =
            Set.of(LintRule.BREAKS_OLDER_READERS, LintRule.BREAKS_OLDER_WRITERS);

    private static final int CASES_AT_LEAST = 60;
    private static final Map<Engine, Script> BASES = new EnumMap<>(Engine.class);

    static Stream<Arguments> changes() {
        List<Case> cases = ChangeCases.all().toList();
        assertThat(cases).hasSizeGreaterThan(CASES_AT_LEAST);
        return Stream.of(Engine.values()).flatMap(engine -> cases.stream().map(each -> Arguments.of(engine, each)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("changes")
    void aChangeIsMigratedAndTakenBack(Engine engine, Case change) throws SQLException {
        Script base = base(engine);
        Generation generation = new Generation(change.to(), new Scripts(engine, List.of(base)), TestPostgres::kept);
        Optional<Script> next = generation.next("change", List.of());

        assertThat(next.isPresent()).isEqualTo(change.changes().contains(engine));
        if (next.isPresent()) {
            try (Connection connection = database(engine)) {
                Rows rows = new Rows(connection, engine);
                rows.fill(base, ChangeCases.ROWS);
                migrate(rows, change, next.get());
            }
        }
    }

    static Stream<Case> daring() {
        return Stream.concat(ChangeCases.all(), ChangeCases.daring());
    }

    /** S5: whatever fails on rows that are empty, alike or extreme had a finding that says so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("daring")
    void aChangeThatFailsOnSomeRowsOfSqliteWasFound(Case daring) throws SQLException {
        wasFound(Engine.SQLITE, daring);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("daring")
    @Tag("slow")
    void aChangeThatFailsOnSomeRowsOfPostgresWasFound(Case daring) throws SQLException {
        wasFound(Engine.POSTGRESQL, daring);
    }

    private static void wasFound(Engine engine, Case daring) throws SQLException {
        Script base = base(engine);
        Generation generation = new Generation(daring.to(), new Scripts(engine, List.of(base)), TestPostgres::kept);
        Optional<Generation.Change> change = generation.change(List.of());
        if (change.isEmpty()) {
            return;
        }
        Script script = generation.script("change", change.get());
        List<Finding> findings = Lint.usual().of(script.file(), change.get().difference(), script.statements()).stream()
                .filter(found -> !OF_VERSIONS.contains(found.rule()))
                .toList();
        try (Connection connection = database(engine)) {
            new Rows(connection, engine).fill(base, ChangeCases.EXTREME_ROWS);
            try {
                new ScriptRunner(engine, _ -> {}).run(connection, script.file(), script.statements());
            } catch (SQLException e) {
                assertThat(findings).as(e.getMessage()).isNotEmpty();
            }
        }
    }

    private static Script base(Engine engine) throws SQLException {
        Script known = BASES.get(engine);
        if (known != null) {
            return known;
        }
        Script base = new Generation(ChangeCases.BASE, new Scripts(engine, List.of()), TestPostgres::kept)
                .next("base", List.of())
                .orElseThrow();
        BASES.put(engine, base);
        return base;
    }

    private static void migrate(Rows rows, Case change, Script script) throws SQLException {
        Connection connection = rows.connection();
        ScriptRunner runner = new ScriptRunner(rows.engine(), _ -> {});
        Model to = change.to();
        var before = Catalogues.read(connection, rows.engine());
        Map<String, List<String>> original = rows.of(ChangeCases.BASE);
        Map<String, List<String>> untouched = rows.kept(ChangeCases.BASE, to, false);

        runner.run(connection, script.file(), script.statements());

        try (Scratch modelled = Scratch.open(rows.engine(), TestPostgres::kept)) {
            modelled.make(to);
            assertThat(new Difference(Catalogues.read(connection, rows.engine()), modelled.catalogue()).isEmpty())
                    .as(script.sql())
                    .isTrue();
        }
        assertThat(rows.kept(ChangeCases.BASE, to, true)).as(script.sql()).isEqualTo(untouched);
        rows.derivedAreRight();

        if (change.back() == Back.NOTHING) {
            Savepoint savepoint = connection.setSavepoint();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> runner.run(connection, script.backFile(), script.backStatements()))
                    .withMessageContaining(script.backFile() + ", line");
            connection.rollback(savepoint);
            assertThat(rows.kept(ChangeCases.BASE, to, true)).isEqualTo(untouched);
            return;
        }
        runner.run(connection, script.backFile(), script.backStatements());

        assertThat(new Difference(Catalogues.read(connection, rows.engine()), before).isEmpty())
                .as(script.back())
                .isTrue();
        if (change.back() == Back.EVERYTHING) {
            assertThat(rows.of(ChangeCases.BASE)).as(script.back()).isEqualTo(original);
        } else {
            assertThat(rows.kept(ChangeCases.BASE, to, false)).as(script.back()).isEqualTo(untouched);
        }
        rows.derivedAreRight();
    }

    private static Connection database(Engine engine) throws SQLException {
        if (engine == Engine.SQLITE) {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            connection.setAutoCommit(false);
            return connection;
        }
        Connection connection = TestPostgres.open();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA cairn_change");
            statement.execute("SET LOCAL search_path TO cairn_change");
        }
        return connection;
    }

    /** The rows of a database. */
    private record Rows(Connection connection, Engine engine) {
        void fill(Script base, List<String> inserts) throws SQLException {
            new ScriptRunner(engine, _ -> {}).run(connection, base.file(), base.statements());
            try (Statement statement = connection.createStatement()) {
                for (String insert : inserts) {
                    statement.execute(
                            engine == Engine.SQLITE
                                    ? insert.formatted("1", "0", "1700000000000", "x'0102'")
                                    : insert.formatted(
                                            "TRUE", "FALSE", "timestamptz '2024-01-01'", "'\\x0102'::bytea"));
                }
            }
        }

        Map<String, List<String>> of(Model model) throws SQLException {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (TableModel table : model.tables()) {
                rows.put(
                        table.name(),
                        read(
                                table.name(),
                                table.columns().stream().map(ColumnModel::name).toList()));
            }
            return rows;
        }

        /** What is in columns that both models have alike, by the names of the second one where {@code after}. */
        Map<String, List<String>> kept(Model from, Model to, boolean after) throws SQLException {
            Map<String, List<String>> rows = new LinkedHashMap<>();
            for (TableModel old : from.tables()) {
                Optional<TableModel> now = to.tables().stream()
                        .filter(table ->
                                old.name().equals(table.renamedFrom() == null ? table.name() : table.renamedFrom()))
                        .findFirst();
                List<String> columns = new ArrayList<>();
                for (ColumnModel column : now.map(TableModel::columns).orElse(List.of())) {
                    String before = column.renamedFrom() == null ? column.name() : column.renamedFrom();
                    if (old.columns().stream().anyMatch(other -> other.name().equals(before) && alike(other, column))) {
                        columns.add(after ? column.name() : before);
                    }
                }
                if (!columns.isEmpty()) {
                    rows.put(old.name(), read(after ? now.orElseThrow().name() : old.name(), columns));
                }
            }
            return rows;
        }

        private static boolean alike(ColumnModel old, ColumnModel column) {
            return old.type() == column.type() && column.backfill() == null && (!old.nullable() || column.nullable());
        }

        private List<String> read(String table, List<String> columns) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT " + String.join(", ", columns) + " FROM " + table)) {
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns.size(); i++) {
                        values.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(String.join("|", values));
                }
            }
            rows.sort(null);
            return rows;
        }

        /** Counts equal a recount, the index finds what is in the tables. */
        void derivedAreRight() throws SQLException {
            var objects = Catalogues.read(connection, engine).objects();
            if (objects.containsKey("project_counts_source")) {
                String columns = "project_id, kind, n";
                assertThat(read("project_counts WHERE n > 0", List.of(columns)))
                        .isEqualTo(read("project_counts_source", List.of(columns)));
            }
            if (objects.containsKey("search_index")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)");
                }
                assertThat(read("search_scopes", List.of("id", "scope")))
                        .isEqualTo(read("search_scopes_source", List.of("id", "scope")));
            }
        }
    }
}
