package dev.cairn.schema.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.DatabaseAdministration.Migrated;
import dev.cairn.application.database.DatabaseAdministration.Verified;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Script;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.schema.migration.TestDatabase;
import dev.cairn.testkit.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S6, S7: a PostgreSQL database is saved before its schema changes, where there is a program for it, or that is said. */
class SavedBeforeTest {
    @TempDir
    Path folder;

    private PostgresTarget target;
    private DatabaseAdmin admin;

    @BeforeEach
    void make() throws SQLException {
        run("CREATE DATABASE saved");
        DatabaseOptions.Postgres server = TestPostgres.options();
        target = new PostgresTarget(
                server.url().replaceFirst("/postgres(\\?|$)", "/saved$1"), server.user(), server.password());
        Scripts before = TestDatabase.scripts(Engine.POSTGRESQL);
        new Migrator(target, before).migrate();
        List<Script> scripts = new ArrayList<>(before.all());
        scripts.add(new Script(
                TestDatabase.NEWEST + 1,
                "next",
                "ALTER TABLE users ADD COLUMN note text;",
                "ALTER TABLE users DROP COLUMN note;"));
        admin = new DatabaseAdmin(
                target,
                new Scripts(Engine.POSTGRESQL, scripts),
                Clock.systemUTC(),
                SavedBeforeTest::unasked,
                "SELECT 1",
                folder);
    }

    @AfterEach
    void drop() throws SQLException {
        run("DROP DATABASE saved WITH (FORCE)");
    }

    @Test
    void aMigrationNamesTheBackupOrSaysWhyThereIsNone() {
        Migrated migrated = admin.migrate(false, false);

        assertThat(migrated.files()).hasSize(1);
        if (migrated.backup() == null) {
            assertThat(migrated.unsaved()).contains("pg_dump");
        } else {
            assertThat(Path.of(migrated.backup())).exists();
            assertThat(migrated.unsaved()).isNull();
        }
    }

    @Test
    void nothingIsTakenBackWithoutABackupUnlessThatIsAccepted() {
        admin.migrate(false, false);
        try {
            assertThat(Path.of(String.valueOf(
                            admin.rollback(TestDatabase.NEWEST, false).backup())))
                    .exists();
        } catch (StorageException e) {
            assertThat(e).hasMessageContaining("pg_dump");
            assertThat(admin.status().version()).isEqualTo(TestDatabase.NEWEST + 1);
            assertThat(admin.rollback(TestDatabase.NEWEST, true).unsaved()).contains("pg_dump");
        }
        assertThat(admin.status().version()).isEqualTo(TestDatabase.NEWEST);
    }

    @Test
    void nothingIsTakenBackWhileAServerUsesTheDatabase() throws SQLException {
        admin.migrate(false, false);
        Properties named = new Properties();
        named.setProperty("user", target.user());
        named.setProperty("password", target.password());
        named.setProperty("ApplicationName", "cairn");
        try (Connection server = DriverManager.getConnection(target.url(), named)) {
            assertThat(server.isValid(1)).isTrue();
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> admin.rollback(TestDatabase.NEWEST, true))
                    .withMessageContaining("stop them first");
        }
        assertThat(admin.status().version()).isEqualTo(TestDatabase.NEWEST + 1);
    }

    private static Verified unasked(Target target) {
        throw new AssertionError("Nobody verifies " + target.name());
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TestPostgres.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
