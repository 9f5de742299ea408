package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cairn.application.database.DatabaseOptions.Postgres;
import dev.cairn.application.database.DatabaseOptions.Replica;
import dev.cairn.domain.error.Invalid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseUrlTest {
    @Test
    void userAndPasswordComeFromTheAddressUnlessTheyAreGivenApart() {
        String url = "postgres://ada:p%40ss+word@db.example.com:5433/cairn?sslmode=require";
        assertThat(DatabaseUrl.read(url, Map.of()))
                .isEqualTo(new Postgres(
                        "jdbc:postgresql://db.example.com:5433/cairn?sslmode=require", "ada", "p@ss+word"));
        assertThat(DatabaseUrl.read(url, Map.of("CAIRN_DATABASE_PASSWORD", "other")))
                .extracting(Postgres::password)
                .isEqualTo("other");
        assertThat(DatabaseUrl.read("jdbc:postgresql://h/db", Map.of("CAIRN_DATABASE_USER", "ada")))
                .isEqualTo(new Postgres("jdbc:postgresql://h/db", "ada", ""));
    }

    @Test
    void secretsMayStandInFiles(@TempDir Path folder) throws IOException {
        Path url = Files.writeString(folder.resolve("url"), "postgresql://ada@db/cairn\n");
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        assertThat(DatabaseUrl.find(Map.of(
                        "CAIRN_DATABASE_URL_FILE",
                        url.toString(),
                        "CAIRN_DATABASE_PASSWORD_FILE",
                        password.toString())))
                .contains(new Postgres("jdbc:postgresql://db/cairn", "ada", "secret"));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> DatabaseUrl.find(Map.of("CAIRN_DATABASE_URL_FILE", folder + "/none")))
                .withMessageContaining("cannot be read");
        assertThat(DatabaseUrl.find(Map.of("CAIRN_DATABASE_URL", " "))).isEmpty();
    }

    /** G8 */
    @Test
    void aReplicaMayBeNamedAndHowFarBehindItMayBe() {
        Map<String, String> named = Map.of(
                "CAIRN_DATABASE_URL", "postgres://ada:secret@primary/cairn",
                "CAIRN_DATABASE_READ_URL", "postgres://ada:secret@replica/cairn");
        Postgres replica = new Postgres("jdbc:postgresql://replica/cairn", "ada", "secret");
        assertThat(DatabaseUrl.find(named).orElseThrow().replica())
                .isEqualTo(new Replica(replica, Duration.ofMillis(500)));
        Map<String, String> environment = new HashMap<>(named);
        environment.put("CAIRN_DATABASE_READ_BEHIND_MAX_MILLIS", "2000");
        assertThat(DatabaseUrl.find(environment).orElseThrow().replica())
                .isEqualTo(new Replica(replica, Duration.ofSeconds(2)));
        for (String wrong : List.of("0", "-1", "1s", "1e3", "12345678")) {
            environment.put("CAIRN_DATABASE_READ_BEHIND_MAX_MILLIS", wrong);
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> DatabaseUrl.find(environment))
                    .withMessageContaining("a number of milliseconds");
        }
    }

    @Test
    void anythingElseIsRefusedInOneLineWithoutItsPassword() {
        for (String url :
                List.of("mysql://ada:secret@h/db", "h/db", "jdbc:mysql://h/db", "postgres://ada:se cret@h/db")) {
            assertThatExceptionOfType(Invalid.class)
                    .isThrownBy(() -> DatabaseUrl.read(url, Map.of()))
                    .withMessageContaining("postgresql://user:password@host:5432/cairn")
                    .withMessageNotContaining("secret")
                    .withMessageNotContaining("\n");
        }
    }

    @Test
    void whatIsShownHoldsNoSecret() {
        assertThat(DatabaseUrl.shown(new Postgres("jdbc:postgresql://h:5/db?user=ada&password=secret", "ada", "x")))
                .isEqualTo("postgresql://h:5/db");
    }
}
