package dev.cairn.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** P16: a field's name that came with the input can be answered, whatever it is. */
class ViolationTest {
    private static String field(String name) {
        return new Violation(name, ErrorCode.INVALID, "no").field();
    }

    @Test
    void halfACharacterOfANameIsNotAnswered() {
        assertThat(field("\uD800")).isEqualTo("?");
        assertThat(field("items/0/x\uDC00y")).isEqualTo("items/0/x?y");
        assertThat(field("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void ofAVeryLongNameTheBeginningIsAnswered() {
        assertThat(field("x".repeat(50_000))).isEqualTo("x".repeat(500));
        assertThat(field("\uD83D\uDE00".repeat(501))).isEqualTo("\uD83D\uDE00".repeat(500));
    }
}
