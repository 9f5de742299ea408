package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.port.Readiness;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.setting.SettingHome;
import dev.cairn.domain.setting.SettingRepository;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.testkit.DatabaseWire;
import dev.cairn.testkit.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a lost connection means: nothing, before the first statement; another attempt, before COMMIT; nobody knows, in it (P3). */
@Isolated("It ends the connections of all who use the server")
class PostgresLossTest {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private DatabaseWire wire;
    private TestStores stores;
    private Sql sql;
    private Transactions transactions;
    private Readiness readiness;
    private String table;

    @BeforeEach
    void open() throws IOException, SQLException {
        DatabaseOptions.Postgres direct = TestPostgres.options();
        URI url = URI.create(direct.url().substring("jdbc:".length()));
        wire = DatabaseWire.to(url.getPort());
        stores = new TestStores(new DatabaseOptions.Postgres(
                "jdbc:postgresql://127.0.0.1:%d%s".formatted(wire.port(), url.getPath()),
                direct.user(),
                direct.password()));
        sql = stores.context().getBean(Sql.class);
        transactions = stores.context().getBean(Transactions.class);
        readiness = stores.context().getBean(Readiness.class);
        table = "losses" + TABLES.incrementAndGet();
        direct("CREATE TABLE %s (id bigint PRIMARY KEY)".formatted(table));
    }

    @AfterEach
    void close() throws IOException {
        stores.context().close();
        wire.close();
    }

    /** P3 */
    @Test
    void aConnectionLostDuringCommitLeavesTheOutcomeUnknown() {
        insert(1);
        wire.cutAtCommit(true);
        Unavailable failure = catchThrowableOfType(Unavailable.class, () -> insert(2));
        assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        wire.cutAtCommit(false);
        insert(3);
        assertThat(count()).as("it was stored").isEqualTo(3);
    }

    /** Also where the question is a generated one, and no transaction was begun for it. */
    @Test
    void aLoneQuestionTakesAnotherConnectionAndFailsInOurWords() throws SQLException {
        SettingRepository settings = stores.port(SettingRepository.class);
        Map<?, ?> before = settings.all(SettingHome.SYSTEM);
        direct("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cairn'");
        assertThat(settings.all(SettingHome.SYSTEM)).isEqualTo(before);
        direct("ALTER TABLE settings RENAME TO elsewhere");
        try {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> settings.all(SettingHome.SYSTEM));
        } finally {
            direct("ALTER TABLE elsewhere RENAME TO settings");
        }
    }

    @Test
    void whoeverGetsADeadConnectionTakesAnother() throws SQLException {
        insert(1);
        assertThat(count()).isEqualTo(1);
        direct("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cairn'");
        assertThat(count()).isEqualTo(1);
        assertThat(transactions.read(this::count)).isEqualTo(1);
        direct("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cairn'");
        insert(2);
        wire.cutAll();
        insert(3);
        wire.cutAll();
        assertThat(transactions.read(this::count)).isEqualTo(3);
    }

    @Test
    void aWriteWhoseConnectionIsLostBeforeItsCommitRunsAgainAndIsStoredOnce() {
        AtomicInteger attempts = new AtomicInteger();
        transactions.write(() -> {
            int stored = sql.update("INSERT INTO " + table + " (id) VALUES (1)");
            if (attempts.incrementAndGet() == 1) {
                wire.cutAll();
            }
            return stored + sql.update("INSERT INTO " + table + " (id) VALUES (2)");
        });
        assertThat(attempts).hasValue(2);
        assertThat(count()).isEqualTo(2);
    }

    /** Requests say so within 5 s, readiness within 2 s, and back without a restart. */
    @Test
    void aDatabaseThatIsAwayIsSaidSoInTimeAndUsedAgainWhenItIsBack() throws IOException {
        assertThat(readiness.problem()).isEmpty();
        insert(1);
        wire.cut();
        Instant before = Instant.now();
        assertThat(readiness.problem().orElseThrow().reason()).isEqualTo("The database cannot be reached");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
        before = Instant.now();
        Unavailable read = catchThrowableOfType(Unavailable.class, this::count);
        assertThat(read.code()).isEqualTo(ErrorCode.BUSY);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        before = Instant.now();
        Unavailable write = catchThrowableOfType(Unavailable.class, () -> insert(2));
        assertThat(write.code()).isEqualTo(ErrorCode.BUSY);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        wire.mend();
        assertThat(readiness.problem()).isEmpty();
        before = Instant.now();
        while (!served() && Duration.between(before, Instant.now()).compareTo(Duration.ofSeconds(10)) < 0) {
            Thread.onSpinWait();
        }
        insert(2);
        assertThat(count()).isEqualTo(2);
    }

    private boolean served() {
        try {
            return count() == 1;
        } catch (Unavailable e) {
            return false;
        }
    }

    private void insert(int id) {
        transactions.write(() -> sql.update("INSERT INTO " + table + " (id) VALUES (?)", id));
    }

    private long count() {
        return sql.one("SELECT count(*) AS n FROM " + table, row -> row.integer("n"));
    }

    private static void direct(String statement) throws SQLException {
        try (Connection connection = TestPostgres.open();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}
