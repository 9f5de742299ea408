package dev.cairn.schema.migration;

import static dev.cairn.schema.migration.TestDatabase.NEWEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.testkit.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {
    private static final int TICKETS = 50;

    @TempDir
    Path folder;

    /** S3 */
    @Test
    void aRebuiltParentKeepsAllItsChildren() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), TICKETS);
        Map<String, Long> before = database.counts();

        assertThat(new Migrator(database.target(), TestDatabase.rebuild()).migrate())
                .isOne();

        Map<String, Long> after = database.counts();
        assertThat(after).containsEntry("task_dependencies", (long) TICKETS / 3).isEqualTo(before);
        assertThat(database.text("PRAGMA user_version")).isEqualTo(String.valueOf(NEWEST + 1));
        assertThat(Backups.check(database.file())).isEqualTo(NEWEST + 1);
    }

    /** P8: what a kill leaves on disk at any statement is the old database or the new one. */
    @Test
    void aKillAtAnyStatementLeavesTheOldOrTheNew() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), TICKETS);
        Map<String, Long> before = database.counts();
        Scripts scripts = TestDatabase.rebuild();
        List<TestDatabase> killed = new ArrayList<>();
        new Migrator(database.target(), scripts, _ -> killed.add(photograph(database, killed.size()))).migrate();

        assertThat(killed).hasSizeGreaterThan(10);
        for (TestDatabase one : killed) {
            assertThat(one.counts()).isEqualTo(before);
            int version = Backups.check(one.file());
            assertThat(new Migrator(one.target(), scripts).applied()).hasSize(version);
            new Migrator(one.target(), scripts).migrate();
            assertThat(Backups.check(one.file())).isEqualTo(NEWEST + 1);
            assertThat(one.counts()).isEqualTo(before);
        }
    }

    private TestDatabase photograph(TestDatabase database, int number) {
        try {
            Path copy = folder.resolve("killed" + number + ".db");
            Files.copy(database.file(), copy);
            Path journal = folder.resolve(database.file().getFileName() + "-journal");
            if (Files.exists(journal)) {
                Files.copy(journal, folder.resolve(copy.getFileName() + "-journal"));
            }
            return new TestDatabase(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** S6 */
    @Test
    void aStatementThatFailsIsNamedAndNothingIsLeftOfItsMigration() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), TICKETS);
        Map<String, Long> before = database.counts();
        Scripts broken =
                with("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nALTER TABLE nowhere ADD COLUMN x TEXT;\n");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(database.target(), broken).migrate())
                .withMessageContaining("it is as it was before")
                .withMessageContaining("V%d__next.sql, line 2".formatted(NEWEST + 1))
                .withMessageContaining("ALTER TABLE nowhere");
        assertThat(database.counts()).isEqualTo(before);
        assertThat(database.text("PRAGMA user_version")).isEqualTo(String.valueOf(NEWEST));
        assertThat(new Migrator(database.target(), broken).applied()).hasSize(NEWEST);
    }

    @Test
    void aMigrationThatWouldLoseRowsIsRefused() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), TICKETS);
        Map<String, Long> before = database.counts();
        String rebuild = TestDatabase.rebuild().all().getLast().sql();
        Scripts losing = with(rebuild.replace("  FROM tickets;\n\nDROP", "  FROM tickets WHERE number > 1;\n\nDROP"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(database.target(), losing).migrate())
                .withMessageContaining("tickets had %d rows and would have %d".formatted(TICKETS, TICKETS - 1));
        assertThat(database.counts()).isEqualTo(before);
    }

    @Test
    void aMigrationThatWouldLeaveAReferenceToNothingIsRefused() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), TICKETS);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(database.target(), with("DELETE FROM users;")).migrate())
                .withMessageContaining("would refer to a row of users that is not there");
        assertThat(database.text("SELECT count(*) FROM users")).isEqualTo("1");
    }

    @Test
    void anEditedMigrationIsRefusedWithWhatToDo() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 1);
        List<Script> all = new ArrayList<>(TestDatabase.scripts(Engine.SQLITE).all());
        all.replaceAll(script -> script.version() == 1
                ? new Script(1, script.name(), script.sql() + "-- better\n", script.back())
                : script);
        Scripts edited = new Scripts(Engine.SQLITE, all);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(database.target(), edited).migrate())
                .withMessageContaining("V1__work.sql was edited after it had been applied")
                .withMessageContaining("put the file back as it was")
                .withMessageContaining("cairn export");
    }

    @Test
    void otherLineEndsAreNoEdit() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 1);
        List<Script> windows = TestDatabase.scripts(Engine.SQLITE).all().stream()
                .map(script ->
                        new Script(script.version(), script.name(), script.sql().replace("\n", "\r\n"), script.back()))
                .toList();

        assertThat(new Migrator(database.target(), new Scripts(Engine.SQLITE, windows)).pending())
                .isEmpty();
    }

    @Test
    void aGapInTheNumbersIsRefused() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Scripts(
                        Engine.SQLITE, List.of(new Script(1, "one", "", ""), new Script(3, "three", "", ""))))
                .withMessageContaining("Migration 2 is missing");
    }

    @Test
    void aListedMigrationWithoutItsFileIsRefused() throws IOException {
        Files.writeString(folder.resolve(Scripts.LIST), "1 work\n");

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Scripts.in(folder, Engine.SQLITE))
                .withMessageContaining("sqlite/V1__work.sql is missing");
    }

    @Test
    void aNewerDatabaseIsRefused() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 1);
        new Migrator(database.target(), TestDatabase.rebuild()).migrate();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(database.target(), TestDatabase.scripts(Engine.SQLITE)).migrate())
                .withMessageContaining(
                        "written by a newer version (schema %d, this one knows %d)".formatted(NEWEST + 1, NEWEST));
    }

    /** S7 */
    @Test
    void aRollbackBringsBackTheOldSchemaAndIsLogged() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), TICKETS);
        Map<String, Long> before = new TreeMap<>(database.counts());
        String schema =
                database.text("SELECT group_concat(name, ',') FROM (SELECT name FROM sqlite_schema ORDER BY name)");
        Migrator migrator = new Migrator(database.target(), TestDatabase.rebuild());
        migrator.migrate();

        assertThat(migrator.rollback(NEWEST, Instant.ofEpochMilli(5), "saved.db"))
                .hasSize(1);

        before.put("schema_log", 1L);
        assertThat(database.counts()).isEqualTo(before);
        assertThat(database.text("SELECT group_concat(name, ',') FROM (SELECT name FROM sqlite_schema ORDER BY name)"))
                .isEqualTo(schema);
        assertThat(migrator.applied()).hasSize(NEWEST);
        assertThat(database.text("PRAGMA user_version")).isEqualTo(String.valueOf(NEWEST));
        assertThat(database.text("SELECT at || ' ' || version || ' ' || script || ' ' || backup FROM schema_log"))
                .isEqualTo("5 %1$d U%1$d__rebuild.sql saved.db".formatted(NEWEST + 1));
        assertThat(migrator.migrate()).as("and forth again").isOne();
    }

    /** S7: each goes back by itself, and those before the one that failed are gone. */
    @Test
    void aRollbackThatFailsMidwaySaysWhereTheDatabaseStands() throws Exception {
        TestDatabase database = TestDatabase.create(folder.resolve("a.db"), 1);
        List<Script> all = new ArrayList<>(TestDatabase.scripts(Engine.SQLITE).all());
        all.add(new Script(NEWEST + 1, "wrong", "CREATE TABLE a (id INTEGER) STRICT;", "DROP TABLE nowhere;"));
        all.add(new Script(NEWEST + 2, "right", "CREATE TABLE b (id INTEGER) STRICT;", "DROP TABLE b;"));
        Migrator migrator = new Migrator(database.target(), new Scripts(Engine.SQLITE, all));
        migrator.migrate();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> migrator.rollback(NEWEST, Instant.EPOCH, null))
                .withMessageContaining("U%d__right.sql is taken back, and the database is at schema %d"
                        .formatted(NEWEST + 2, NEWEST + 1))
                .withMessageNotContaining("it is as it was before");
        assertThat(migrator.applied()).hasSize(NEWEST + 1);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> migrator.rollback(NEWEST, Instant.EPOCH, null))
                .withMessageContaining("it is as it was before");
    }

    @Test
    void postgresIsMigratedAndTakenBackToo() throws SQLException {
        try (Connection connection = TestPostgres.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE migrated");
        }
        var options = TestPostgres.options();
        PostgresTarget target = new PostgresTarget(
                options.url().replaceFirst("/postgres\\?", "/migrated?"), options.user(), options.password());
        List<Script> scripts =
                new ArrayList<>(TestDatabase.scripts(Engine.POSTGRESQL).all());
        scripts.add(new Script(
                NEWEST + 1, "next", "ALTER TABLE users ADD COLUMN note text;", "ALTER TABLE users DROP COLUMN note;"));
        Migrator migrator = new Migrator(target, new Scripts(Engine.POSTGRESQL, scripts));

        assertThat(migrator.migrate()).isEqualTo(NEWEST + 1);
        assertThat(migrator.rollback(NEWEST, Instant.EPOCH, null)).hasSize(1);
        assertThat(migrator.applied()).hasSize(NEWEST);
        scripts.set(
                NEWEST,
                new Script(
                        NEWEST + 1, "next", "CREATE TABLE half (id bigint);\nALTER TABLE nowhere DROP COLUMN x;", ""));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new Migrator(target, new Scripts(Engine.POSTGRESQL, scripts)).migrate())
                .withMessageContaining("V%d__next.sql, line 2".formatted(NEWEST + 1));
        try (Connection connection = target.open()) {
            assertThat(connection
                            .getMetaData()
                            .getTables(null, null, "half", null)
                            .next())
                    .isFalse();
        }
    }

    private static Scripts with(String next) throws SQLException {
        List<Script> all = new ArrayList<>(TestDatabase.scripts(Engine.SQLITE).all());
        all.add(new Script(NEWEST + 1, "next", next, ""));
        return new Scripts(Engine.SQLITE, all);
    }
}
