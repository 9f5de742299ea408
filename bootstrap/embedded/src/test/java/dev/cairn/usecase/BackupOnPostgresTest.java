package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration;
import dev.cairn.application.database.DatabaseAdministration.Progress;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.DatabaseOptions.Postgres;
import dev.cairn.application.database.DriftRefused;
import dev.cairn.application.database.StorageException;
import dev.cairn.application.event.EventRequest;
import dev.cairn.application.project.CreateProject;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectFilter;
import dev.cairn.testkit.LesserPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1: backups by PostgreSQL's own programs, checked, and put back whole or not at all. */
@Tag("lesser")
class BackupOnPostgresTest {
    @TempDir
    Path folder;

    private final Postgres database = FreshPostgres.directly();
    private final CairnOptions options = CairnOptions.of(database);

    @BeforeAll
    static void needPrograms(@TempDir Path folder) {
        try {
            Cairn.administration(CairnOptions.of(FreshPostgres.directly()), folder)
                    .backup(Progress.NONE);
        } catch (StorageException e) {
            Assumptions.abort(e.getMessage());
        }
    }

    @Test
    void aBackupIsPutBackAndWhatWasThereIsSaved() {
        AtomicLong told = new AtomicLong();
        Path backup;
        try (Cairn cairn = Cairn.open(options)) {
            project(cairn, "ONE");
            backup =
                    Path.of(administration().backup((done, _) -> told.set(done)).file());
            project(cairn, "TWO");
        }
        assertThat(told).hasPositiveValue();
        DatabaseAdministration.Restored restored = administration().restore(backup, false, Progress.NONE);
        assertThat(projects()).containsExactly("ONE");
        administration().restore(Path.of(String.valueOf(restored.saved())), false, Progress.NONE);
        assertThat(projects()).containsExactly("ONE", "TWO");
        assertThat(administration().check().isSound()).isTrue();
        assertThat(administration().verify().isSound()).isTrue();
    }

    @Test
    void nobodyElseMayReadABackup() throws Exception {
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(backup.resolveSibling(backup.getFileName() + ".sha256")).exists();
    }

    @Test
    void aRestoreIsRefusedWhileAServerUsesTheDatabase() {
        try (Cairn cairn = Cairn.open(options)) {
            project(cairn, "ONE");
            Path backup = Path.of(administration().backup(Progress.NONE).file());
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> administration().restore(backup, false, Progress.NONE))
                    .withMessageContaining("stop them first");
        }
        assertThat(projects()).containsExactly("ONE");
    }

    @Test
    void whatIsNotWholeIsRefusedAndLeavesEverything() throws Exception {
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        try (Cairn cairn = Cairn.open(options)) {
            project(cairn, "NEW");
        }
        byte[] whole = Files.readAllBytes(backup);
        Path half = Files.write(folder.resolve("half.dump"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.dump"), "no dump");
        whole[whole.length / 2] ^= 1;
        Files.write(backup, whole);
        for (Path wrong : List.of(half, text, backup, folder, folder.resolve("none"))) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> administration().restore(wrong, false, Progress.NONE))
                    .withMessageNotContaining(database.password() + "@");
        }
        assertThat(projects()).containsExactly("NEW");
    }

    /** It is noticed after all rows are back in their tables, in the last moment before they would count. */
    @Test
    void aBackupThatDoesNotFitLeavesEverything() throws Exception {
        sql("CREATE VIEW spy AS SELECT title FROM tickets");
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        sql("DROP VIEW spy");
        try (Cairn cairn = Cairn.open(options)) {
            project(cairn, "NEW");
        }
        assertThatExceptionOfType(DriftRefused.class)
                .isThrownBy(() -> administration().restore(backup, false, Progress.NONE))
                .withMessageContaining("foreign view spy");
        assertThat(projects()).containsExactly("NEW");
        assertThat(administration().restore(backup, true, Progress.NONE).drift())
                .contains("foreign view spy");
        assertThat(projects()).isEmpty();
    }

    @Test
    void whatOthersMadeInTheDatabaseIsNotLostWithoutAWord() throws Exception {
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        sql("CREATE TABLE theirs (id int)");
        assertThatExceptionOfType(DriftRefused.class)
                .isThrownBy(() -> administration().restore(backup, false, Progress.NONE))
                .withMessageContaining("foreign table theirs");
        administration().restore(backup, true, Progress.NONE);
        assertThat(administration().check().isSound()).isTrue();
    }

    /** Who followed the log sees that it is another one (E8). */
    @Test
    void aRestoredLogHasAnotherName() {
        String before = epoch();
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        administration().restore(backup, false, Progress.NONE);
        assertThat(epoch()).isNotEqualTo(before);
    }

    /** A backup is made at any time, and what is restored from it is a database of its own. */
    @Test
    void whatWasSavedWhileItOnlyReadIsWrittenAgainWhenItIsRestored() {
        try (Cairn cairn = Cairn.open(options)) {
            project(cairn, "ONE");
        }
        DatabaseOptions there = new DatabaseOptions.Sqlite(folder.resolve("there.db"));
        Cairn.move(options).move(there, _ -> {});
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        for (int i = 0; i < 2; i++) { // First in the place of what only reads, then of what is written again.
            administration().restore(backup, false, Progress.NONE);
            try (Cairn cairn = Cairn.open(options)) {
                project(cairn, "TWO");
            }
        }
        assertThat(projects()).containsExactly("ONE", "TWO");
    }

    /** Not every server says who it is. */
    @Test
    void nothingIsWrittenBetweenTheBackupOfWhatIsThereAndItsEnd() {
        Path backup = Path.of(administration().backup(Progress.NONE).file());
        List<String> refused = new ArrayList<>();
        Clock writing = new Clock() {
            @Override
            public Instant instant() { // The name of the backup that was just made.
                try {
                    sql("SET lock_timeout = '100ms'; INSERT INTO schema_log (id, at, version, script)"
                            + " VALUES (1, now(), 1, 'unseen')");
                } catch (SQLException e) {
                    refused.add(e.getSQLState());
                }
                return Instant.EPOCH;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        Cairn.administration(options.withClock(writing), folder.resolve("backups"))
                .restore(backup, false, Progress.NONE);
        assertThat(refused).isNotEmpty().containsOnly("55P03");
    }

    @Test
    void throughAPoolerNothingIsCopied() {
        Assumptions.assumeTrue(LesserPostgres.isWanted(), "There is no pooler here");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Cairn.administration(CairnOptions.of(FreshPostgres.database()), folder)
                        .backup(Progress.NONE))
                .withMessageContaining("is a pooler");
    }

    private DatabaseAdministration administration() {
        return Cairn.administration(options, folder.resolve("backups"));
    }

    private static void project(Cairn cairn, String key) {
        cairn.projects().create(cairn.owner(), new CreateProject(key, ProjectContent.named(key)));
    }

    private List<String> projects() {
        try (Cairn cairn = Cairn.open(options)) {
            return cairn
                    .projects()
                    .list(cairn.owner(), ProjectFilter.LIVE, PageRequest.first(Sort.by(Sort.asc("key"))))
                    .items()
                    .stream()
                    .map(project -> project.key().toString())
                    .toList();
        }
    }

    private String epoch() {
        try (Cairn cairn = Cairn.open(options)) {
            return cairn.events()
                    .poll(cairn.owner(), EventRequest.NOW, Duration.ZERO)
                    .epoch();
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }
}
