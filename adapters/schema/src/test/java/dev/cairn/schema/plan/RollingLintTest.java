package dev.cairn.schema.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import dev.cairn.testkit.TestPostgres;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** G6: what a server of the version before can live with, beside a new one, and what it cannot. */
class RollingLintTest {
    private static final ColumnModel ID = ColumnModel.of("id", ColumnType.BIGINT);
    private static final ColumnModel NAME = ColumnModel.of("name", ColumnType.TEXT);
    private static final ColumnModel NOTE =
            ColumnModel.of("note", ColumnType.TEXT).optional();
    private static final ColumnModel KIND =
            ColumnModel.of("kind", ColumnType.TEXT).startingAs("'A'").checked("kind IN ('A', 'B')");
    private static final ColumnModel SIZE = ColumnModel.of("size", ColumnType.BIGINT);
    private static final TableModel OTHERS = TableModel.of("others", ID);

    static Stream<Arguments> livable() {
        return Stream.of(
                arguments("a table", Model.of(things(NOTE, KIND), OTHERS, TableModel.of("more", ID, NAME))),
                arguments("a column that may be empty", with(SIZE.optional())),
                arguments("a column with a default", with(SIZE.startingAs("0"))),
                arguments("a check on a new column", with(SIZE.optional().checked("size > 0"))),
                arguments("a key of a new column", with(SIZE.optional().referring("others", OnDelete.CASCADE))),
                arguments(
                        "uniqueness of a new column",
                        Model.of(
                                things(NOTE, KIND, SIZE.optional())
                                        .indexed(IndexModel.of("things_size", "size")
                                                .asUnique()),
                                OTHERS)),
                arguments(
                        "an index", Model.of(things(NOTE, KIND).indexed(IndexModel.of("things_name", "name")), OTHERS)),
                arguments(
                        "a check less",
                        Model.of(
                                things(
                                        NOTE,
                                        ColumnModel.of("kind", ColumnType.TEXT).startingAs("'A'")),
                                OTHERS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void livable(String what, Model after) throws Exception {
        for (Engine engine : Engine.values()) {
            assertThat(findings(engine, after)).as("%s, %s", what, engine.id()).isEmpty();
        }
    }

    static Stream<Arguments> unlivable() {
        LintRule readers = LintRule.BREAKS_OLDER_READERS;
        LintRule writers = LintRule.BREAKS_OLDER_WRITERS;
        return Stream.of(
                arguments("a table less", readers, Model.of(things(NOTE, KIND))),
                arguments("a column less", readers, Model.of(things(KIND), OTHERS)),
                arguments(
                        "another name of a table",
                        readers,
                        Model.of(things(NOTE, KIND), TableModel.of("rest", ID).renamedFrom("others"))),
                arguments(
                        "another name of a column",
                        readers,
                        Model.of(
                                things(
                                        ColumnModel.of("remark", ColumnType.TEXT)
                                                .optional()
                                                .renamedFrom("note"),
                                        KIND),
                                OTHERS)),
                arguments(
                        "another type",
                        readers,
                        Model.of(
                                things(ColumnModel.of("note", ColumnType.BIGINT).optional(), KIND), OTHERS)),
                arguments("a new constant", readers, kinds("'A', 'B', 'C'")),
                arguments("a constant less", writers, kinds("'A'")),
                arguments("a column that is required", writers, with(SIZE)),
                arguments(
                        "a default less",
                        writers,
                        Model.of(
                                things(
                                        NOTE,
                                        ColumnModel.of("kind", ColumnType.TEXT).checked("kind IN ('A', 'B')")),
                                OTHERS)),
                arguments(
                        "a column that is required now",
                        writers,
                        Model.of(things(ColumnModel.of("note", ColumnType.TEXT), KIND), OTHERS)),
                arguments("a check", writers, Model.of(things(NOTE.checked("note <> ''"), KIND), OTHERS)),
                arguments(
                        "uniqueness",
                        writers,
                        Model.of(
                                things(NOTE, KIND)
                                        .indexed(IndexModel.of("things_name", "name")
                                                .asUnique()),
                                OTHERS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unlivable(String what, LintRule rule, Model after) throws Exception {
        for (Engine engine : Engine.values()) {
            assertThat(findings(engine, after))
                    .as("%s, %s", what, engine.id())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.rule()).isEqualTo(rule);
                        assertThat(found.remedy()).isNotBlank();
                    });
        }
    }

    private static Model with(ColumnModel column) {
        return Model.of(things(NOTE, KIND, column), OTHERS);
    }

    private static Model kinds(String constants) {
        return Model.of(
                things(
                        NOTE,
                        ColumnModel.of("kind", ColumnType.TEXT)
                                .startingAs("'A'")
                                .checked("kind IN (%s)".formatted(constants))),
                OTHERS);
    }

    private static TableModel things(ColumnModel... columns) {
        return TableModel.of(
                "things", Stream.concat(Stream.of(ID, NAME), Stream.of(columns)).toArray(ColumnModel[]::new));
    }

    private static List<Finding> findings(Engine engine, Model after) throws Exception {
        Script first = new Generation(
                        Model.of(things(NOTE, KIND), OTHERS), new Scripts(engine, List.of()), TestPostgres::kept)
                .next("first", List.of())
                .orElseThrow();
        Generation generation = new Generation(after, new Scripts(engine, List.of(first)), TestPostgres::kept);
        Generation.Change change = generation.change(List.of()).orElseThrow();
        Script script = generation.script("second", change);
        return Lint.usual().of(script.file(), change.difference(), script.statements()).stream()
                .filter(Finding::breaksOlder)
                .toList();
    }
}
