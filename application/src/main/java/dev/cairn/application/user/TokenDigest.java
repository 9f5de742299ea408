package dev.cairn.application.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a token, which is all that is kept of it (R16); what it is compared with does not show in the time it takes. */
public final class TokenDigest {
    private final byte[] digest;

    private TokenDigest(byte[] digest) {
        this.digest = digest;
    }

    public static TokenDigest of(String token) {
        try {
            return new TokenDigest(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TokenDigest that && MessageDigest.isEqual(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    /** Not even the hash (R11). */
    @Override
    public String toString() {
        return "TokenDigest";
    }
}
