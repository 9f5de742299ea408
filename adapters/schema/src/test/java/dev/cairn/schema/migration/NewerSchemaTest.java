package dev.cairn.schema.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.database.StorageException;
import dev.cairn.schema.Engine;
import dev.cairn.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** G6: a program lives with a PostgreSQL schema that newer ones only expanded, and leaves one alone that has lost what it uses. */
class NewerSchemaTest {
    private static final Script WORK =
            new Script(1, "work", "CREATE TABLE things (id bigint PRIMARY KEY);", "DROP TABLE things;");
    private static final Script COLOUR = new Script(
            2,
            "colour",
            Step.EXPAND,
            "ALTER TABLE things ADD COLUMN colour text;",
            "ALTER TABLE things DROP COLUMN colour;");
    private static final Script SIZE = new Script(
            3, "size", Step.EXPAND, "ALTER TABLE things ADD COLUMN size int;", "ALTER TABLE things DROP COLUMN size;");
    private static final Script GONE = new Script(
            4,
            "gone",
            Step.CONTRACT,
            "ALTER TABLE things DROP COLUMN colour;",
            "ALTER TABLE things ADD COLUMN colour text;");
    private static final Script BROKEN =
            new Script(5, "broken", "DROP TABLE things;", "CREATE TABLE things (id bigint PRIMARY KEY, size int);");

    private Target target;

    @BeforeEach
    void make() throws SQLException {
        run("CREATE DATABASE newer");
        DatabaseOptions.Postgres server = TestPostgres.options();
        target = new Target.PostgresTarget(
                server.url().replaceFirst("/postgres(\\?|$)", "/newer$1"), server.user(), server.password());
    }

    @AfterEach
    void drop() throws SQLException {
        run("DROP DATABASE newer WITH (FORCE)");
    }

    @Test
    void whatIsOnlyExpandedIsLivedWith() {
        assertThat(migrator(WORK, COLOUR, SIZE).migrate()).isEqualTo(3);

        assertThat(migrator(WORK).migrate()).isZero();
        assertThat(migrator(WORK).applied())
                .extracting(Applied::step)
                .containsExactly(Step.BREAK, Step.EXPAND, Step.EXPAND);
        assertThat(migrator(WORK, COLOUR, SIZE).migrate())
                .as("and by those who made it")
                .isZero();
    }

    @Test
    void whatIsContractedIsLivedWithByThoseWhoKnowAllBeforeIt() {
        migrator(WORK, COLOUR, SIZE, GONE).migrate();

        assertThat(migrator(WORK, COLOUR, SIZE).migrate()).isZero();
        assertTooNew(migrator(WORK, COLOUR), 4, 2);
        assertTooNew(migrator(WORK), 4, 1);
    }

    @Test
    void whatIsOtherwiseIsLeftToTheNewVersion() {
        migrator(WORK, COLOUR, SIZE, GONE, BROKEN).migrate();

        assertTooNew(migrator(WORK, COLOUR, SIZE, GONE), 5, 4);
    }

    /** Each goes back by its own script, which only newer programs have. */
    @Test
    void nothingIsTakenBackBelowWhatIsNotKnown() {
        migrator(WORK, COLOUR, SIZE).migrate();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> migrator(WORK, COLOUR).rollback(1, Instant.EPOCH, null))
                .withMessageContaining("newer version (schema 3, this one knows 2)");
    }

    /** Servers of the version before have their tables open while the new one migrates. */
    @Test
    void aMigrationGivesWayToWhoeverHasItsTableAndBeginsAgain() throws SQLException {
        migrator(WORK).migrate();
        AtomicInteger attempts = new AtomicInteger();
        try (Connection holder = target.open();
                Statement reading = holder.createStatement()) {
            holder.setAutoCommit(false);
            reading.executeQuery("SELECT id FROM things").close();
            Scripts scripts = new Scripts(Engine.POSTGRESQL, List.of(WORK, COLOUR));
            new Migrator(target, scripts, _ -> {
                        if (attempts.incrementAndGet() == 2) {
                            end(holder);
                        }
                    })
                    .migrate();
        }
        assertThat(attempts).hasValue(2);
        assertThat(migrator(WORK, COLOUR).pending()).isEmpty();
    }

    private static void end(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertTooNew(Migrator migrator, int version, int known) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(migrator::migrate)
                .withMessageContaining("newer version (schema %d, this one knows %d)".formatted(version, known));
    }

    private Migrator migrator(Script... scripts) {
        return new Migrator(target, new Scripts(Engine.POSTGRESQL, List.of(scripts)));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TestPostgres.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
