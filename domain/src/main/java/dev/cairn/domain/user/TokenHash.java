package dev.cairn.domain.user;

/** What is kept of a token: its SHA-256 in hexadecimal digits (R16). */
public record TokenHash(String value) {
    public static final int LENGTH = 64;

    public TokenHash {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("Not a SHA-256");
        }
    }

    @Override
    public String toString() {
        return "TokenHash[hidden]";
    }
}
