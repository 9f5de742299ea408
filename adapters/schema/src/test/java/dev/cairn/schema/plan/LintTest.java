package dev.cairn.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.schema.Engine;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.migration.Script;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.ColumnType;
import dev.cairn.schema.model.IndexModel;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.plan.LintRule.Severity;
import dev.cairn.testkit.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** S5: each rule finds what it is for, on both engines, and nothing where there are no rows. */
class LintTest {
    private static final ColumnModel ID = ColumnModel.of("id", ColumnType.BIGINT);
    private static final ColumnModel NAME = ColumnModel.of("name", ColumnType.TEXT);
    private static final ColumnModel NOTE =
            ColumnModel.of("note", ColumnType.TEXT).optional();
    private static final Lint.Rows MANY = (_, _) -> new Lint.Rows.Count(1_000_000);
    private static final Lint.Rows NONE = (_, _) -> new Lint.Rows.Count(0);
    private static final Model BEFORE = Model.of(TableModel.of("things", ID, NAME, NOTE), TableModel.of("others", ID));

    @ParameterizedTest
    @EnumSource(value = LintRule.class, mode = Mode.EXCLUDE, names = "FOREIGN_KEY_WITHOUT_INDEX")
    void aRuleFindsWhatItIsForWhereThereAreRows(LintRule rule) throws Exception {
        for (Engine engine : Engine.values()) {
            if (rule == LintRule.REBUILD_LARGE_TABLE && engine == Engine.POSTGRESQL) {
                continue;
            }
            assertThat(findings(engine, changed(rule), new Lint(Map.of(), MANY)))
                    .as(engine.id())
                    .filteredOn(found -> found.rule() == rule)
                    .hasSize(1)
                    .allSatisfy(found -> assertThat(found.remedy()).isNotBlank());
            assertThat(findings(engine, changed(rule), new Lint(Map.of(rule, Severity.OFF), MANY)))
                    .noneMatch(found -> found.rule() == rule);
            if (rule != LintRule.NARROW_TYPE && !rule.breaksOlder()) {
                assertThat(findings(engine, changed(rule), new Lint(Map.of(), NONE)))
                        .as("no rows, no danger")
                        .noneMatch(found -> found.rule() == rule);
            }
        }
    }

    /** The engine makes such indexes itself: a script has to be written by hand to be without. */
    @ParameterizedTest
    @EnumSource
    void aForeignKeyWithoutAnIndexIsFound(Engine engine) throws Exception {
        Model model = Model.of(
                TableModel.of(
                        "things",
                        ID,
                        ColumnModel.of("other_id", ColumnType.BIGINT).referring("others", OnDelete.CASCADE)),
                TableModel.of("others", ID));
        Script script = new Generation(model, new Scripts(engine, List.of()), TestPostgres::kept)
                .next("all", List.of())
                .orElseThrow();
        String sql = script.sql().replaceFirst("CREATE INDEX [^;]*;", "");
        Scripts scripts = new Scripts(engine, List.of(new Script(1, "all", sql, script.back())));

        assertThat(Lint.usual()
                        .of(
                                script.file(),
                                new Generation(model, scripts, TestPostgres::kept)
                                        .differenceOf(scripts.all().getFirst()),
                                scripts.all().getFirst().statements()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.rule()).isEqualTo(LintRule.FOREIGN_KEY_WITHOUT_INDEX);
                    assertThat(found.place()).isEqualTo("things.other_id");
                    assertThat(found.isError()).isTrue();
                });
    }

    /** On rows that are empty, alike or large, each of these fails or loses something. */
    @ParameterizedTest
    @EnumSource
    void aChangeThatSomeRowsDoNotLiveThroughIsFound(Engine engine) throws Exception {
        TableModel sizes = TableModel.of(
                        "sizes",
                        ID,
                        ColumnModel.of("size", ColumnType.BIGINT),
                        NOTE,
                        ColumnModel.of("w", ColumnType.REAL))
                .keyedBy("id", "size");
        assertThat(found(engine, sizes, column(sizes, ColumnModel.of("note", ColumnType.BIGINT))))
                .as("from nothing to a number that is required")
                .contains(LintRule.REQUIRED_WITHOUT_VALUE, LintRule.NARROW_TYPE);
        assertThat(found(engine, sizes, sizes.keyedBy("size")))
                .as("fewer columns")
                .contains(LintRule.UNIQUE_OVER_ROWS);
        assertThat(found(engine, sizes, sizes.keyedBy("id", "w"))).as("others").contains(LintRule.UNIQUE_OVER_ROWS);
        assertThat(found(engine, sizes, sizes.keyedBy("size", "w", "id")))
                .as("more columns")
                .doesNotContain(LintRule.UNIQUE_OVER_ROWS);
        assertThat(found(engine, sizes, column(sizes, ColumnModel.of("size", ColumnType.REAL))))
                .as("9007199254740993 becomes 9007199254740992")
                .contains(LintRule.NARROW_TYPE);
        assertThat(found(engine, sizes, column(sizes, ColumnModel.of("size", ColumnType.TEXT))))
                .doesNotContain(LintRule.NARROW_TYPE);
    }

    @Test
    void anIndexThatIsRenamedIsNoTable() throws Exception {
        Model before = Model.of(TableModel.of("things", ID, NAME).indexed(IndexModel.of("things_name", "name")));
        Model after = Model.of(TableModel.of("things", ID, NAME).indexed(IndexModel.of("things_by_name", "name")));
        Scripts none = new Scripts(Engine.POSTGRESQL, List.of());
        Script first = new Generation(before, none, TestPostgres::kept)
                .next("first", List.of())
                .orElseThrow();
        Script second = new Script(
                2,
                "second",
                "ALTER INDEX things_name RENAME TO things_by_name;\n",
                "ALTER INDEX things_by_name RENAME TO things_name;\n");
        Generation generation =
                new Generation(after, new Scripts(Engine.POSTGRESQL, List.of(first, second)), TestPostgres::kept);
        assertThat(Renames.in(second.statements()).all()).isEmpty();
        assertThat(Lint.usual().of(second.file(), generation.differenceOf(second), second.statements()))
                .isEmpty();
    }

    private static TableModel column(TableModel table, ColumnModel other) {
        return table.with(table.columns().stream()
                .map(column -> column.name().equals(other.name()) ? other : column)
                .toList());
    }

    private static List<LintRule> found(Engine engine, TableModel before, TableModel after) throws Exception {
        return findings(engine, Model.of(before), Model.of(after), new Lint(Map.of(), MANY)).stream()
                .map(Finding::rule)
                .toList();
    }

    private static Model changed(LintRule rule) {
        TableModel others = TableModel.of("others", ID);
        return switch (rule) {
            case DROP_TABLE -> Model.of(TableModel.of("things", ID, NAME, NOTE));
            case DROP_COLUMN, IRREVERSIBLE, BREAKS_OLDER_READERS -> Model.of(TableModel.of("things", ID, NAME), others);
            case NARROW_TYPE ->
                Model.of(TableModel.of("things", ID, ColumnModel.of("name", ColumnType.INTEGER), NOTE), others);
            case REQUIRED_WITHOUT_VALUE, BREAKS_OLDER_WRITERS ->
                Model.of(TableModel.of("things", ID, NAME, ColumnModel.of("note", ColumnType.TEXT)), others);
            case UNIQUE_OVER_ROWS ->
                Model.of(
                        TableModel.of("things", ID, NAME, NOTE)
                                .indexed(IndexModel.of("things_name", "name").asUnique()),
                        others);
            case CONSTRAINT_OVER_ROWS, REBUILD_LARGE_TABLE ->
                Model.of(TableModel.of("things", ID, NAME.checked("name <> ''"), NOTE), others);
            case FOREIGN_KEY_WITHOUT_INDEX -> BEFORE;
        };
    }

    private static List<Finding> findings(Engine engine, Model after, Lint lint) throws Exception {
        return findings(engine, BEFORE, after, lint);
    }

    private static List<Finding> findings(Engine engine, Model before, Model after, Lint lint) throws Exception {
        Script first = new Generation(before, new Scripts(engine, List.of()), TestPostgres::kept)
                .next("first", List.of())
                .orElseThrow();
        Generation generation = new Generation(after, new Scripts(engine, List.of(first)), TestPostgres::kept);
        Generation.Change change = generation.change(List.of()).orElseThrow();
        Script script = generation.script("second", change);
        return lint.of(script.file(), change.difference(), script.statements());
    }
}
