package dev.cairn.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.persistence.jdbc.DatabaseOptions.Postgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void whatIsShownHoldsNoSecret() {
        assertThat(DatabaseUrl.shown(new Postgres("jdbc:postgresql://h:5/db?user=ada&password=secret", "ada", "x")))
                .isEqualTo("postgresql://h:5/db");
    }
}
