package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Secret;
import dev.cairn.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The stored form of a token: its SHA-256 in hexadecimal (R16). A fast hash is enough for 256 random bits. */
public record TokenHash(String value) implements Secret {
    public static final int LENGTH = Sha256.LENGTH;

    public TokenHash {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("Not a SHA-256");
        }
    }

    public static TokenHash of(String token) {
        return new TokenHash(Sha256.of(token));
    }

    /** Compares in constant time, so that the duration does not reveal where two hashes differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenHash(String that) && MessageDigest.isEqual(bytes(value), bytes(that));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    private static byte[] bytes(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }

    /** Hides the hash (R11). */
    @Override
    public String toString() {
        return "TokenHash[hidden]";
    }
}
