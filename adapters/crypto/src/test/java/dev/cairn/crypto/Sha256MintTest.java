package dev.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R16: 256 random bits, kept as their SHA-256. */
final class Sha256MintTest {
    private final Sha256Mint mint = new Sha256Mint();

    @Test
    void tokensAreNeverTheSameAndSayWhatTheyAre() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Token token = mint.next(TokenKind.API);
            assertThat(token.text()).matches("cairn_t_[A-Za-z0-9_-]{43}");
            assertThat(Token.parse(token.text())).contains(token);
            assertThat(seen.add(token.text())).isTrue();
        }
    }

    @Test
    void whatIsKeptIsTheSha256OfTheText() {
        Token token = new Token(TokenKind.SESSION, "cairn_s_" + "A".repeat(43));
        assertThat(mint.hash(token).value())
                .isEqualTo("b44873c35e80b41bf29038af12d3a1ece0e45e5994f5a0a2f3cb106326771787");
    }
}
