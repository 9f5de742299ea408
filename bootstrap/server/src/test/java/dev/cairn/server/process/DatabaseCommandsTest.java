package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.application.project.CreateProject;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.server.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn db …}, also beside a server that runs. */
class DatabaseCommandsTest {
    @TempDir
    Path data;

    @Test
    void driftIsNamedByTheStatementThatMendsItAndExitsWithSix() throws Exception {
        Cairn.open(data.resolve("cairn.db")).close();
        assertThat(cairn("check")).isEqualTo(new Ran(0, "Rows, migrations and database agree\n", ""));
        sql("DROP INDEX tickets_created");

        Ran check = cairn("check");

        assertThat(check.exit()).isEqualTo(6);
        assertThat(check.out()).isEqualTo("""
                The database is not what its migrations make of it
                CREATE INDEX tickets_created ON tickets (project_id, created_at, id);
                """);
        assertThat(cairn("check", "--json").out())
                .contains("\"statements\":[\"CREATE INDEX tickets_created ON tickets (project_id, created_at, id)\"]");
    }

    @Test
    void aRowThatBreaksARuleIsNamedWithTheRuleAndExitsWithSix() throws Exception {
        assertThat(cairn("verify").exit()).as("there is no data").isEqualTo(3);
        try (Cairn cairn = Cairn.open(data.resolve("cairn.db"))) {
            cairn.projects().create(cairn.owner(), CreateProject.of("CRN", "Cairn"));
        }
        Ran sound = cairn("verify");
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(sound.out()).matches("The tables keep all \\d+ rules\n");
        sql("UPDATE project_members SET role = 'EDITOR'");

        Ran broken = cairn("verify");

        assertThat(broken.exit()).isEqualTo(6);
        assertThat(broken.out())
                .matches("project [0-9A-Z]{13} has no member who is its owner, the user [0-9A-Z]{13}"
                        + " \\(R21, project_has_its_owner\\)\n");
        assertThat(cairn("verify", "--json").out()).contains("\"invariant\":\"project_has_its_owner\"");
    }

    @Test
    void aBackupIsPutBack() throws Exception {
        Cairn.open(data.resolve("cairn.db")).close();
        Ran backup = cairn("backup");
        assertThat(backup.exit()).isZero();
        String file = backup.out().substring(0, backup.out().indexOf(" ("));
        sql("UPDATE users SET name = 'somebody else'");

        Ran restored = cairn("restore", file);

        assertThat(restored.exit()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("is restored").contains("What was there is saved as");
        assertThat(DatabaseCheck.column(data.resolve("cairn.db"), "SELECT name FROM users"))
                .doesNotContain("somebody else");
    }

    @Test
    void whatChangesTheDatabaseIsRefusedWhileAServerOwnsItAndABackupIsNot() throws Exception {
        try (ChildServer server = ChildServer.start(data)) {
            for (String command : List.of("migrate", "rollback")) {
                assertThat(cairn(command).exit()).isEqualTo(4);
            }
            assertThat(cairn("restore", "nothing.db").err()).contains("is in use by process " + server.pid());
            assertThat(cairn("backup").exit()).isZero();
            assertThat(cairn("verify").exit()).isZero();
            assertThat(cairn("status").out()).contains("is at schema").contains("applied  V1__work.sql");
        }
    }

    @Test
    void whatCannotBeTakenBackIsNotBackedUpEither() throws Exception {
        Cairn.open(data.resolve("cairn.db")).close();
        for (int version = Scripts.builtIn(Engine.SQLITE).newest(); version > 1; version--) {
            assertThat(cairn("rollback").exit()).isZero();
        }
        List<Path> backups = backups();

        Ran back = cairn("rollback");

        assertThat(back.exit()).isEqualTo(1);
        assertThat(back.err()).contains("there is nothing before it to go back to");
        assertThat(backups()).isEqualTo(backups);
    }

    private List<Path> backups() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.sorted().toList();
        }
    }

    /** A database of an older build whose schema was never released. */
    @Test
    void aDatabaseOfAnUnreleasedSchemaIsDriftAndTheWayOutIsSaid() throws Exception {
        Cairn.open(data.resolve("cairn.db")).close();
        sql("UPDATE flyway_schema_history SET checksum = 7 WHERE version = '1'");

        Ran status = cairn("status");

        assertThat(status.exit()).isEqualTo(6);
        assertThat(status.out()).contains("changed  V1__work.sql");
        assertThat(cairn("migrate").err()).contains("cairn export").contains("cairn db restore");
    }

    @Test
    void whatIsForeignIsListedAndNotRestoredUnasked() throws Exception {
        Cairn.open(data.resolve("cairn.db")).close();
        sql("CREATE TRIGGER spy AFTER INSERT ON tickets BEGIN DELETE FROM comments; END");
        Ran backup = cairn("backup");
        String file = backup.out().substring(0, backup.out().indexOf(" ("));

        Ran refused = cairn("restore", file);

        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains("foreign trigger spy").contains("--accept-drift");
        assertThat(cairn("restore", file, "--accept-drift").out()).contains("holds: foreign trigger spy");
    }

    @Test
    void damageIsNamedAndTheExitCodeSaysSo() throws Exception {
        Cairn.open(data.resolve("cairn.db")).close();
        byte[] bytes = Files.readAllBytes(data.resolve("cairn.db"));
        Arrays.fill(bytes, 8_192, 12_288, (byte) 0);
        Files.write(data.resolve("cairn.db"), bytes);

        Ran check = cairn("check");

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("damaged: ").contains("cairn db restore");
    }

    @Test
    void withoutADatabaseNothingIsMadeAndTheReasonIsGiven() throws Exception {
        for (String reading : List.of("status", "check", "backup", "rehearse", "rollback", "migrate", "lint")) {
            Ran ran = cairn(reading);
            assertThat(ran.exit()).as(reading).isEqualTo(3);
            assertThat(ran.err()).contains("There is no data at " + data);
        }
        assertThat(cairn("migrate", "--dry-run").out())
                .contains("would apply V1__work.sql")
                .contains("CREATE TABLE users");
        assertThat(cairn("generate").err()).contains("mvn -q -Pschema");
        assertThat(Files.exists(data.resolve("cairn.db"))).isFalse();
        Cairn.open(data.resolve("cairn.db")).close();
        assertThat(cairn("lint", "--severity", "nonsense=off").err()).contains("There is no rule \"nonsense\"");
    }

    private Ran cairn(String... arguments) {
        return Ran.of(
                Map.of(),
                Stream.concat(Stream.of("--data-dir", data.toString(), "db"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("cairn.db"));
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        }
    }
}
