package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.schema.Engine;
import dev.cairn.schema.generate.Generation;
import dev.cairn.schema.generate.SchemaDocs;
import dev.cairn.schema.generate.Writer;
import dev.cairn.schema.migration.Script;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.model.Entities;
import dev.cairn.schema.plan.Finding;
import dev.cairn.schema.plan.Lint;
import dev.cairn.testkit.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The project's own schema: rows, migrations and documentation say the same. */
class SchemaTest {
    private static final String MEND = "run: mvn -q -Pschema -Dmigration=NAME";

    @TempDir
    Path folder;

    /** S4 */
    @ParameterizedTest
    @EnumSource
    void theRowsAndTheMigrationsAgree(Engine engine) throws SQLException {
        assertThat(new Generation(Entities.model(), Scripts.builtIn(engine), TestPostgres::kept).change(List.of()))
                .as(MEND)
                .isEmpty();
    }

    /** S8 */
    @Test
    void theDocumentationIsWhatTheRowsSay() throws IOException {
        Path docs = Path.of("../../docs/schema");
        for (Map.Entry<String, String> file : SchemaDocs.of(Entities.model()).entrySet()) {
            assertThat(docs.resolve(file.getKey())).as(MEND).hasContent(file.getValue());
        }
    }

    /** S2 */
    @Test
    void writingTwiceGivesTheSameBytesAndThenNothing() throws IOException, SQLException {
        Writer writer = new Writer(Entities.model(), folder.resolve("db"), folder.resolve("docs"), TestPostgres::kept);
        Writer other =
                new Writer(Entities.model(), folder.resolve("other"), folder.resolve("docs"), TestPostgres::kept);

        assertThat(writer.write("work", Writer.Said.NOTHING).files()).isNotEmpty();
        other.write("work", Writer.Said.NOTHING);
        assertThat(texts(folder.resolve("db"))).isEqualTo(texts(folder.resolve("other")));
        assertThat(writer.write("again", Writer.Said.NOTHING).files()).isEmpty();
    }

    /** G6: what is called an expansion is one, also when its file was written by hand. */
    @ParameterizedTest
    @EnumSource
    void theVersionBeforeCanLiveWithEveryExpansion(Engine engine) throws SQLException {
        Scripts scripts = Scripts.builtIn(engine);
        Generation generation = new Generation(Entities.model(), scripts, TestPostgres::kept);
        for (Script script : scripts.all()) {
            List<Finding> breaking =
                    Lint.usual().of(script.file(), generation.differenceOf(script), script.statements()).stream()
                            .filter(Finding::breaksOlder)
                            .toList();
            switch (script.step()) {
                case EXPAND -> assertThat(breaking).isEmpty();
                case CONTRACT -> assertThat(breaking).isNotEmpty();
                case BREAK -> {} // Nobody lives beside it.
            }
        }
    }

    /** S4: what is missing is named by the statement that mends it. */
    @ParameterizedTest
    @EnumSource
    void anIndexThatIsTakenOutOfAMigrationIsMissed(Engine engine) throws SQLException {
        List<Script> scripts = new ArrayList<>(Scripts.builtIn(engine).all());
        Script first = scripts.getFirst();
        String index = "CREATE INDEX tickets_created ON tickets (project_id, created_at, id);\n";
        assertThat(first.sql()).contains(index);
        scripts.set(0, new Script(1, first.name(), first.sql().replace(index, ""), first.back()));

        assertThat(new Generation(Entities.model(), new Scripts(engine, scripts), TestPostgres::kept)
                        .change(List.of())
                        .orElseThrow()
                        .up())
                .containsExactly("CREATE INDEX tickets_created ON tickets (project_id, created_at, id)");
    }

    private static Map<Path, String> texts(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            Map<Path, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file), Files.readString(file));
            }
            return texts;
        }
    }
}
