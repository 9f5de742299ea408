package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Secret;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token in clear text, as it is shown once: a mark and 256 random bits in URL-safe base 64 (R16).
 *
 * @param text the whole of it
 */
public record Token(TokenKind kind, String text) implements Secret {
    /** The length of the random part: 256 bits, six to a character. */
    public static final int RANDOM_LENGTH = 43;
    /** The number of first characters that may be shown to tell tokens apart. */
    public static final int PREFIX_LENGTH = 12;

    private static final Pattern RANDOM = Pattern.compile("[A-Za-z0-9_-]{" + RANDOM_LENGTH + "}");

    public Token {
        if (!isToken(kind, text)) {
            throw new IllegalArgumentException("Not a token");
        }
    }

    /** Parses a token that a client sent; empty when it cannot be one. */
    public static Optional<Token> parse(String text) {
        for (TokenKind kind : TokenKind.values()) {
            if (isToken(kind, text)) {
                return Optional.of(new Token(kind, text));
            }
        }
        return Optional.empty();
    }

    private static boolean isToken(TokenKind kind, String text) {
        return text.length() == kind.mark().length() + RANDOM_LENGTH
                && text.startsWith(kind.mark())
                && RANDOM.matcher(text.substring(kind.mark().length())).matches();
    }

    public String prefix() {
        return text.substring(0, PREFIX_LENGTH);
    }

    public TokenHash hash() {
        return TokenHash.of(text);
    }

    /** Hides the token (R11). */
    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
