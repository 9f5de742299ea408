package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.schema.Engine;
import dev.cairn.schema.migration.Migrator;
import dev.cairn.schema.migration.Scripts;
import dev.cairn.schema.migration.Target.PostgresTarget;
import dev.cairn.testkit.LesserPostgres;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** G3: what the suites of the profile {@code lesser} stand on is less than PostgreSQL has; and Cairn sees it. */
@Tag("lesser")
class LesserPostgresTest {
    private static EmbeddedPostgres server;
    private static LesserPostgres lesser;

    @BeforeAll
    static void start() throws IOException {
        server = TestPostgres.builder().start();
        lesser = LesserPostgres.before(server);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void aPoolerIsSeenWhereThereIsOneOnly() throws SQLException {
        DatabaseOptions.Postgres pooled = lesser.create("seen");
        try (Connection through = new PostgresTarget(pooled).open();
                Connection direct = new PostgresTarget(lesser.direct("seen")).open()) {
            assertThat(PostgresTarget.isPooled(through)).isTrue();
            assertThat(PostgresTarget.isPooled(direct)).isFalse();
        }
    }

    @Test
    void advisoryLocksAndNotificationsAreRefused() throws SQLException {
        try (Connection connection = new PostgresTarget(lesser.create("refused")).open();
                Statement statement = connection.createStatement()) {
            for (String call : List.of("pg_advisory_xact_lock(1)", "pg_try_advisory_lock(1)", "pg_notify('a', 'b')")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("SELECT " + call))
                        .withMessageContaining("permission denied");
            }
        }
    }

    /** So that it is known what the suites would meet if the driver kept statements on connections of the pooler. */
    @Test
    void aPreparedStatementOfOneClientMeetsThatOfAnother() {
        String url = lesser.create("prepared").url() + "?prepareThreshold=-1";
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> {
                    try (Connection one = DriverManager.getConnection(url, "cairn", "");
                            Connection other = DriverManager.getConnection(url, "cairn", "");
                            var ones = one.prepareStatement("SELECT 1 + ?");
                            var others = other.prepareStatement("SELECT 2 + ?")) {
                        for (int i = 0; i < 2; i++) {
                            ones.setInt(1, i);
                            ones.execute();
                            others.setInt(1, i);
                            others.execute();
                        }
                    }
                })
                .withMessageContaining("prepared statement");
    }

    /** Each finds the tables made, or makes them; nobody fails, and nothing is done twice. */
    @Test
    void serversThatStartAtOnceMigrateOnce() throws Exception {
        PostgresTarget target = new PostgresTarget(lesser.create("migrated"));
        Scripts scripts = Scripts.builtIn(Engine.POSTGRESQL);
        int servers = 6;
        int applied = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(servers)) {
            List<Future<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < servers; i++) {
                starts.add(threads.submit(() -> new Migrator(target, scripts).migrate()));
            }
            for (Future<Integer> start : starts) {
                applied += start.get();
            }
        }
        assertThat(applied).isEqualTo(scripts.newest());
        assertThat(new Migrator(target, scripts).applied()).hasSize(scripts.newest());
        assertThat(new Migrator(target, scripts).pending()).isEmpty();
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws SQLException {
        PostgresTarget target = new PostgresTarget(lesser.create("others"));
        try (Connection connection = target.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE theirs (id int)");
        }
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> new Migrator(target, Scripts.builtIn(Engine.POSTGRESQL)).migrate())
                .withMessageContaining("theirs")
                .withMessageContaining("a database of its own");
    }
}
