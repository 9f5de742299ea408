package dev.cairn.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R16: 256 random bits. */
final class RandomMintTest {
    private final RandomMint mint = new RandomMint();

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
}
