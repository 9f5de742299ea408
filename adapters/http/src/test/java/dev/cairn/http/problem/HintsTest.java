package dev.cairn.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.WireCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HintsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "errors.md");

    static Stream<WireCode> codes() {
        return Stream.of(HttpCode.values(), ErrorCode.values()).flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void thePageOfErrorsEndsEachLineWithTheHint(WireCode code) throws IOException {
        String hint = Objects.requireNonNullElse(Hints.of(code), "–");
        assertThat(Files.readAllLines(PAGE))
                .filteredOn(line -> line.startsWith("| `" + code.wire() + "` |"))
                .singleElement()
                .asString()
                .endsWith("| " + hint + " |");
    }
}
