package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** G3, ADR 41: no statement rests on what a session keeps, since behind a pooler the next one belongs to somebody else. */
class TransactionStateTest {
    private static final int SOURCES_MIN = 100;
    private static final Pattern OF_A_SESSION = Pattern.compile(
            "pg_(try_)?advisory|pg_notify|\"(LISTEN|UNLISTEN|NOTIFY|PREPARE|DEALLOCATE|DECLARE)\\b"
                    + "|\"SET (?!LOCAL|NOT NULL|DEFAULT|transaction_timeout)\\w|CREATE TEMP|WITH HOLD|set_config\\([^)]*false\\)");

    @Test
    void noStatementKeepsStateInItsSession() throws IOException {
        List<Path> sources = Stream.of(Path.of("src/main/java"), Path.of("../schema/src/main/java"))
                .flatMap(TransactionStateTest::sources)
                .toList();
        assertThat(sources).hasSizeGreaterThan(SOURCES_MIN);
        assertThat(sources.stream()
                        .filter(source -> OF_A_SESSION.matcher(text(source)).find()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"SELECT pg_advisory_xact_lock(1)\"",
                "\"LISTEN events\"",
                "\"SET search_path TO x\"",
                "\"CREATE TEMP TABLE t (id int)\"",
                "\"SELECT set_config('search_path', ?, false)\""
            })
    void whatWouldIsFound(String statement) {
        assertThat(OF_A_SESSION.matcher(statement).find()).isTrue();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
