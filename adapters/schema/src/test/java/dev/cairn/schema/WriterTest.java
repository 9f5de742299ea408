package dev.cairn.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cairn.schema.generate.Writer;
import dev.cairn.schema.migration.Step;
import dev.cairn.schema.model.ColumnModel;
import dev.cairn.schema.model.ColumnType;
import dev.cairn.schema.model.Model;
import dev.cairn.schema.model.TableModel;
import dev.cairn.schema.plan.Finding;
import dev.cairn.schema.plan.LintRule;
import dev.cairn.schema.plan.Renames;
import dev.cairn.testkit.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S2: what is written for renames, for what destroys, and for a change of one engine. */
class WriterTest {
    private static final ColumnModel ID = ColumnModel.of("id", ColumnType.BIGINT);

    @TempDir
    Path folder;

    @Test
    void aRenameThatNobodyDeclaredIsADropAndRefused() throws Exception {
        write(ColumnModel.of("points", ColumnType.INTEGER).optional(), Writer.Said.NOTHING);
        String before = Files.readString(folder.resolve("db/migrations"));

        Writer.Written refused =
                write(ColumnModel.of("estimate", ColumnType.INTEGER).optional(), Writer.Said.NOTHING);

        assertThat(refused.refusal()).isEqualTo(Writer.Refusal.DESTROYS);
        assertThat(refused.files()).isEmpty();
        assertThat(refused.findings()).extracting(Finding::rule).contains(LintRule.DROP_COLUMN, LintRule.IRREVERSIBLE);
        assertThat(refused.findings().getFirst().toString())
                .startsWith("sqlite/V2__next.sql: error [drop-column] tickets.points: the column goes with its values");
        assertThat(folder.resolve("db/migrations")).hasContent(before);
        assertThat(folder.resolve("db/sqlite/V2__next.sql")).doesNotExist();
    }

    @Test
    void whatDestroysIsWrittenWhenItIsAllowed() throws Exception {
        write(ColumnModel.of("points", ColumnType.INTEGER).optional(), Writer.Said.NOTHING);
        write(
                ColumnModel.of("estimate", ColumnType.INTEGER).optional(),
                new Writer.Said(List.of(), true, Step.CONTRACT));

        assertThat(folder.resolve("db/migrations")).hasContent("1 next expand\n2 next contract\n");
        assertThat(folder.resolve("db/postgresql/V2__next.sql")).content().contains("DROP COLUMN points");
    }

    @Test
    void aDeclaredRenameKeepsTheValues() throws Exception {
        write(ColumnModel.of("points", ColumnType.INTEGER).optional(), Writer.Said.NOTHING);
        Writer.Written written = write(
                ColumnModel.of("estimate", ColumnType.INTEGER).optional(),
                new Writer.Said(List.of(Renames.parse("tickets.points=estimate")), false, Step.BREAK));

        assertThat(written.findings()).allMatch(Finding::breaksOlder);
        assertThat(folder.resolve("db/migrations")).hasContent("1 next expand\n2 next\n");
        for (Engine engine : Engine.values()) {
            assertThat(folder.resolve("db").resolve(engine.id()).resolve("V2__next.sql"))
                    .hasContent("""
                    -- V2: generated from the rows; U2 takes it back.

                    ALTER TABLE tickets RENAME COLUMN points TO estimate;
                    """);
            assertThat(folder.resolve("db").resolve(engine.id()).resolve("U2__next.sql"))
                    .hasContent("""
                    -- U2: takes back V2.

                    ALTER TABLE tickets RENAME COLUMN estimate TO points;
                    """);
        }
    }

    @Test
    void aChangeOfOneEngineOnlyKeepsTheNumbersOfBoth() throws Exception {
        write(ColumnModel.of("points", ColumnType.INTEGER).optional(), Writer.Said.NOTHING);
        write(ColumnModel.of("points", ColumnType.BIGINT).optional(), new Writer.Said(List.of(), false, Step.BREAK));

        assertThat(folder.resolve("db/sqlite/V2__next.sql")).hasContent("-- V2: nothing changes on this engine.\n");
        assertThat(folder.resolve("db/postgresql/V2__next.sql")).content().contains("TYPE bigint");
    }

    /** G6 */
    @Test
    void whatTheVersionBeforeCannotLiveWithIsRefusedUntilSomebodySaysWhichStepItIs() throws Exception {
        ColumnModel points = ColumnModel.of("points", ColumnType.INTEGER);
        write(points.optional(), Writer.Said.NOTHING);

        Writer.Written refused = write(points.startingAs("0"), Writer.Said.NOTHING);

        assertThat(refused.refusal()).isEqualTo(Writer.Refusal.BREAKS_OLDER);
        assertThat(refused.files()).isEmpty();
        assertThat(refused.findings()).extracting(Finding::rule).contains(LintRule.BREAKS_OLDER_WRITERS);
        assertThat(folder.resolve("db/migrations")).hasContent("1 next expand\n");
    }

    @Test
    void aNameThatIsNoFileNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Writer(Model.of(TableModel.of("tickets", ID)), folder, folder, TestPostgres::open)
                        .write("../Escape", Writer.Said.NOTHING))
                .withMessageContaining("lower case words");
    }

    @Test
    void whatIsNoRenameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Renames.parse("points"))
                .withMessageContaining("table.old=new");
    }

    private Writer.Written write(ColumnModel column, Writer.Said said) throws Exception {
        return new Writer(
                        Model.of(TableModel.of("tickets", ID, column)),
                        folder.resolve("db"),
                        folder.resolve("docs"),
                        TestPostgres::open)
                .write("next", said);
    }
}
