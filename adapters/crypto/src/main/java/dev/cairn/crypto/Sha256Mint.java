package dev.cairn.crypto;

import dev.cairn.application.port.TokenMint;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.TokenKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Tokens from the system's source of randomness; with 256 bits of it, a fast hash is enough. */
public final class Sha256Mint implements TokenMint {
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Token next(TokenKind kind) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Token(
                kind, kind.mark() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public TokenHash hash(Token token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(token.text().getBytes(StandardCharsets.US_ASCII));
            return new TokenHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
