package dev.cairn.schema.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.database.DatabaseAdministration.Migrated;
import dev.cairn.application.database.DatabaseAdministration.Progress;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Backups;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.SqliteTarget;
import dev.cairn.schema.migration.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3, S6: what somebody else made in a database is not lost without a word, and does not come in by a backup. */
class DriftTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;
    private DatabaseAdmin rebuilding;

    @BeforeEach
    void create() throws SQLException, IOException {
        file = TestDatabase.create(folder.resolve("cairn.db"), 5).file();
        rebuilding = new DatabaseAdmin(
                new SqliteTarget(file), TestDatabase.rebuild(), CLOCK, DriftTest::unasked, "SELECT 1", folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE tickets ADD COLUMN mine TEXT | foreign column tickets.mine
            CREATE INDEX mine ON tickets (title) | foreign index mine on tickets
            CREATE TRIGGER mine AFTER INSERT ON tickets BEGIN SELECT 1; END | foreign trigger mine on tickets
            CREATE TABLE mine (id INTEGER) | foreign table mine
            CREATE VIEW mine AS SELECT id FROM tickets | foreign view mine
            DROP INDEX tickets_created | missing index tickets_created on tickets
            """)
    void aMigrationIsRefusedWithTheList(String statement, String named) throws Exception {
        run(file, statement);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> rebuilding.migrate(false, false))
                .isInstanceOf(DriftRefused.class)
                .hasMessageContaining(named)
                .hasMessageContaining("--accept-drift");
        assertThatThrownBy(() -> rebuilding.rehearse(false))
                .isInstanceOf(DriftRefused.class)
                .hasMessageContaining(named);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void whoAcceptsDriftIsToldWhatIsLost() throws Exception {
        run(
                file,
                "CREATE TABLE mine (id INTEGER)",
                "CREATE INDEX my_index ON tickets (title)",
                "CREATE TRIGGER my_trigger AFTER INSERT ON tickets BEGIN SELECT 1; END",
                "ALTER TABLE tickets ADD COLUMN my_column TEXT");
        String[] gone = {
            "foreign column tickets.my_column",
            "foreign index my_index on tickets",
            "foreign trigger my_trigger on tickets"
        };

        assertThat(rebuilding.rehearse(true).lost()).containsExactlyInAnyOrder(gone);
        Migrated migrated = rebuilding.migrate(false, true);

        assertThat(migrated.lost()).containsExactlyInAnyOrder(gone);
        assertThat(migrated.backup()).isNotNull();
        assertThat(rebuilding.check().damage()).isEmpty();
    }

    @Test
    void withoutDriftNothingIsAsked() {
        assertThat(rebuilding.rehearse(false).lost()).isEmpty();
        assertThat(rebuilding.migrate(false, false).lost()).isEmpty();
    }

    /** With a checksum beside it or without: anybody can write one. */
    @Test
    void aBackupWithForeignThingsIsRefusedUnlessTheyAreAccepted() throws Exception {
        DatabaseAdmin admin = new DatabaseAdmin(
                new SqliteTarget(file),
                TestDatabase.scripts(Engine.SQLITE),
                CLOCK,
                DriftTest::unasked,
                "SELECT 1",
                folder);
        Path foreign = Files.copy(file, folder.resolve("foreign.db"));
        run(foreign, "CREATE TRIGGER spy AFTER INSERT ON comments BEGIN DELETE FROM tickets; END");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> admin.restore(foreign, false, Progress.NONE))
                .isInstanceOf(DriftRefused.class)
                .hasMessageContaining("foreign trigger spy on");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(files()).doesNotContain("cairn.db.restored");

        assertThat(admin.restore(foreign, true, Progress.NONE).drift())
                .singleElement()
                .asString()
                .contains("spy");
    }

    /** SCH-4: a killed process leaves copies of full size. */
    @Test
    void whatDeadProcessesLeftIsRemovedAndWhatLivesIsNot() throws IOException {
        Path backups = Files.createDirectories(folder.resolve("backups"));
        ProcessHandle self = ProcessHandle.current();
        long started = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        String live = ".draft-%d-%d".formatted(self.pid(), started);
        for (String name : List.of(
                ".draft-999999999",
                ".draft-999999999-5-wal",
                ".rehearsal-%d-%d".formatted(self.pid(), started - 5_000),
                ".draft-mine",
                live)) {
            Files.createFile(backups.resolve(name));
        }
        Files.createFile(folder.resolve("cairn.db.restored"));

        new Backups(file, CLOCK).tidy();

        try (Stream<Path> left = Files.list(backups)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(".draft-mine", live);
        }
        assertThat(files()).doesNotContain("cairn.db.restored");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static Verified unasked(Target target) {
        throw new AssertionError("Nobody verifies " + target.name());
    }

    private static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = new SqliteTarget(file).open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
