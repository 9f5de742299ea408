package dev.cairn.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class O200kTokensTest {
    private final O200kTokens tokens = new O200kTokens();

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'',0", "hello world,2", "antidisestablishmentarianism,6", "2 + 2 = 4,7", "お誕生日おめでとう,8"})
    void knownTextsHaveTheTokensThatTheTablesAuthorsCount(String text, int count) {
        assertThat(tokens.count(text)).isEqualTo(count);
    }

    @Test
    void aModelsOwnMarkInATextIsText() {
        assertThat(tokens.count("<|endoftext|>")).isGreaterThan(1);
    }
}
