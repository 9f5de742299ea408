package dev.cairn.schema.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.database.DatabaseAdministration.Symptom;
import dev.cairn.application.database.DatabaseAdministration.Verdict;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.migration.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G3: a SQLite file is looked at as an engine is, and stays as it was. */
class SqliteExaminationTest {
    @TempDir
    Path folder;

    private SqliteTarget target;

    @BeforeEach
    void create() throws Exception {
        target = new SqliteTarget(
                TestDatabase.create(folder.resolve("cairn.db"), 50).file());
    }

    @Test
    void aFileThatNoServerHasOpenedYetMakesReadersWait() throws Exception {
        byte[] before = Files.readAllBytes(target.file());
        List<Symptom> found = SqliteExamination.of(target);
        assertThat(verdict(found, "integrity")).isEqualTo(Verdict.OK);
        assertThat(verdict(found, "journal")).isEqualTo(Verdict.WARNING);
        assertThat(verdict(found, "file system")).isEqualTo(Verdict.OK);
        assertThat(found).extracting(Symptom::verdict).doesNotContain(Verdict.ERROR);
        assertThat(Files.readAllBytes(target.file())).isEqualTo(before);
        try (Connection connection = target.open();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = wal");
        }
        assertThat(verdict(SqliteExamination.of(target), "journal")).isEqualTo(Verdict.OK);
    }

    @Test
    void damageIsAnErrorThatSaysWhatToDo() throws Exception {
        byte[] bytes = Files.readAllBytes(target.file());
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 9_000, (byte) 7);
        Files.write(target.file(), bytes);
        Symptom found = SqliteExamination.of(target).getFirst();
        assertThat(found.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(found.remedy()).contains("cairn db restore");
    }

    private static Verdict verdict(List<Symptom> found, String name) {
        return found.stream()
                .filter(symptom -> symptom.name().equals(name))
                .map(Symptom::verdict)
                .findFirst()
                .orElseThrow();
    }
}
