package dev.cairn.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** R16: of a token its SHA-256 is kept, and nothing else. */
final class TokenHashTest {
    private static final Token TOKEN = new Token(TokenKind.SESSION, "cairn_s_" + "A".repeat(Token.RANDOM_LENGTH));

    @Test
    void whatIsKeptIsTheSha256OfTheText() {
        assertThat(TOKEN.hash().value()).isEqualTo("b44873c35e80b41bf29038af12d3a1ece0e45e5994f5a0a2f3cb106326771787");
    }

    @Test
    void theSameTokenHasTheSameHashAndAnotherHasNot() {
        assertThat(TOKEN.hash()).isEqualTo(TokenHash.of(TOKEN.text())).hasSameHashCodeAs(TokenHash.of(TOKEN.text()));
        assertThat(TOKEN.hash()).isNotEqualTo(TokenHash.of("another"));
    }

    @Test
    void itSaysNothingOfItself() {
        assertThat(TOKEN.hash().toString()).doesNotContain(TOKEN.hash().value());
    }
}
