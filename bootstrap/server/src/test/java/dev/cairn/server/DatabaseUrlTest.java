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

/** G1: an address is used, or refused with the reason and without what is secret in it. */
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
        assertThat(DatabaseUrl.read("jdbc:postgresql://ada:x@h1:5433,[::1]/db?ssl=true", Map.of()))
                .isEqualTo(new Postgres("jdbc:postgresql://h1:5433,[::1]/db?ssl=true", "ada", "x"));
        assertThat(DatabaseUrl.read(
                        "postgresql://h/db?user=ada&channel_binding=require&password=p%26q&options=-c%20a%3Db",
                        Map.of()))
                .isEqualTo(
                        new Postgres("jdbc:postgresql://h/db?channelBinding=require&options=-c%20a%3Db", "ada", "p&q"));
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
    void aFileThatCannotBeUsedIsNamedWithTheReason(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path closed = Files.writeString(folder.resolve("closed"), "postgresql://ada:secret@db/cairn");
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        refuses(Map.of("CAIRN_DATABASE_URL_FILE", folder + "/none"), "is not there");
        refuses(Map.of("CAIRN_DATABASE_URL_FILE", empty.toString()), "is empty");
        refuses(Map.of("CAIRN_DATABASE_URL_FILE", folder.toString()), "cannot be read as a text");
        refuses(Map.of("CAIRN_DATABASE_URL_FILE", bytes.toString()), "cannot be read as a text");
        refuses(
                Map.of("CAIRN_DATABASE_URL_FILE", closed.toString(), "CAIRN_DATABASE_URL", "postgresql://h/secret"),
                "are both set");
        refuses(
                Map.of(
                        "CAIRN_DATABASE_URL", "postgresql://h/db",
                        "CAIRN_DATABASE_PASSWORD", "secret",
                        "CAIRN_DATABASE_PASSWORD_FILE", closed.toString()),
                "CAIRN_DATABASE_PASSWORD and CAIRN_DATABASE_PASSWORD_FILE are both set");
    }

    private static void refuses(Map<String, String> environment, String reason) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> DatabaseUrl.find(environment))
                .withMessageContaining(reason)
                .withMessageNotContaining("secret")
                .withMessageNotContaining("\n");
    }

    @Test
    void anythingElseIsRefusedInOneLineWithoutItsPassword() {
        for (String url : List.of(
                "mysql://ada:secret@h/db",
                "h/db",
                "jdbc:mysql://h/db",
                "jdbc:postgresql:db",
                "postgres://ada:secret secret@h/db",
                "postgres://ada:secret/secret@h/db",
                "postgres://ada:secret@secret@h/db",
                "postgres://ada:secret%zz@h/db",
                "postgres://ada:secret@h:99999/db",
                "postgres://ada:secret@h:port/db",
                "postgres://ada:secret@h",
                "postgres://ada:secret@/db",
                "postgres://h/db?sslpassword=secret%z")) {
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
