package dev.cairn.crypto;

import dev.cairn.application.port.TokenMint;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenKind;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes tokens from the system's source of randomness. */
public final class RandomMint implements TokenMint {
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Token next(TokenKind kind) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Token(
                kind, kind.mark() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
