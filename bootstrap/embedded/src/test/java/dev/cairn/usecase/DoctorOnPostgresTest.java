package dev.cairn.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseAdministration.Examined;
import dev.cairn.application.database.DatabaseAdministration.Symptom;
import dev.cairn.application.database.DatabaseAdministration.Verdict;
import dev.cairn.application.database.DatabaseOptions.Postgres;
import dev.cairn.testkit.LesserPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** G3: the doctor names what an engine lacks, and leaves nothing behind. */
@Tag("postgres")
class DoctorOnPostgresTest {
    private final Postgres database = FreshPostgres.directly();

    @Test
    void aPostgresHasWhatIsNeededButWhatTheTestsTookFromIt() {
        Examined examined = examine(database);
        assertThat(examined.symptoms())
                .filteredOn(symptom -> symptom.verdict() != Verdict.OK)
                .extracting(Symptom::found)
                .containsExactly("fsync is off: a power cut may destroy the database");
        assertThat(examined.isFit()).isFalse();
        assertThat(Cairn.administration(CairnOptions.of(database)).check().isSound())
                .as("nothing is left of it")
                .isTrue();
    }

    @Test
    void aPoolerIsSlowerButNotWrong() {
        Examined examined = examine((Postgres) FreshPostgres.database());
        assertThat(verdict(examined, "pooler")).isEqualTo(LesserPostgres.isWanted() ? Verdict.WARNING : Verdict.OK);
        assertThat(verdict(examined, "serializable")).isEqualTo(Verdict.OK);
        assertThat(verdict(examined, "tables")).isEqualTo(Verdict.OK);
    }

    @Test
    void whatIsSetForTheDatabaseIsNamed() throws SQLException {
        set("default_transaction_read_only = on");
        Examined readOnly = examine(database);
        assertThat(verdict(readOnly, "writing")).isEqualTo(Verdict.ERROR);
        assertThat(verdict(readOnly, "serializable")).isEqualTo(Verdict.ERROR);
        set("default_transaction_read_only = off");
        set("synchronous_commit = off");
        assertThat(verdict(examine(database), "writing")).isEqualTo(Verdict.OK);
    }

    @Test
    void aRoleWithTooFewConnectionsIsNamed() throws SQLException {
        sql("ALTER DATABASE %s CONNECTION LIMIT 10".formatted(name()));
        assertThat(verdict(examine(database), "connections")).isEqualTo(Verdict.ERROR);
        sql("ALTER DATABASE %s CONNECTION LIMIT 30".formatted(name()));
        assertThat(verdict(examine(database), "connections")).isEqualTo(Verdict.WARNING);
    }

    /** A trial that runs has its backend; nobody knows one with the greatest number that there is. */
    @Test
    void whatAKilledTrialLeftIsRemovedAndWhatARunningOneUsesIsNot() throws SQLException {
        String killed = "cairn_doctor_2147483647_7";
        try (Connection running = connection()) {
            long backend = running.unwrap(PGConnection.class).getBackendPID();
            String used = "cairn_doctor_%d_7".formatted(backend);
            sql("CREATE TABLE %s (id int); CREATE TABLE %s (id int)".formatted(killed, used));
            assertThat(verdict(examine(database), "serializable")).isEqualTo(Verdict.OK);
            assertThat(trials()).containsExactly(used);
        }
    }

    private List<String> trials() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relname LIKE 'cairn_doctor%' AND relkind = 'r'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private void set(String setting) throws SQLException {
        sql("SET default_transaction_read_only = off; ALTER DATABASE %s SET %s".formatted(name(), setting));
    }

    private String name() {
        return database.name().replaceFirst("^.*/", "");
    }

    private void sql(String statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String each : statements.split("; ", -1)) {
                statement.execute(each);
            }
        }
    }

    private static Verdict verdict(Examined examined, String name) {
        return examined.symptoms().stream()
                .filter(symptom -> symptom.name().equals(name))
                .map(Symptom::verdict)
                .findFirst()
                .orElseThrow();
    }

    private static Examined examine(Postgres database) {
        return Cairn.administration(CairnOptions.of(database)).examine();
    }
}
