package dev.cairn.domain.model;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;

/** A provider's key in clear text, before it is sealed or sent: visible ASCII, because it goes into a header. */
public record ProviderKey(String value) implements KeyChoice {
    public static final int LENGTH_MAX = 2_000;
    /** The number of last characters that a hint shows (R45). */
    public static final int HINT_LENGTH = 4;
    /** The shortest key of which a hint shows characters: the rest of a shorter one would be too easy to guess. */
    private static final int HINTED_LENGTH = 12;

    public ProviderKey {
        value = Text.of("secret", value, 1, LENGTH_MAX);
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw Invalid.of(ErrorCode.CHARACTERS, "secret", "secret must consist of visible ASCII characters");
        }
    }

    /** Returns the last characters of the key, by which its owner can recognise it. */
    public String hint() {
        return value.length() < HINTED_LENGTH ? "…" : "…" + value.substring(value.length() - HINT_LENGTH);
    }

    /** Hides the key (R11). */
    @Override
    public String toString() {
        return "ProviderKey[hidden]";
    }
}
