package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;

/**
 * A 64-bit time-sorted id (TSID). Outside the process it is always its text: 13 characters of Crockford's base 32.
 *
 * @param <T> the type of the thing, so that the compiler tells a ticket's id from a task's
 */
@SuppressWarnings("UnusedTypeParameter") // a phantom type
public record Id<T>(long value) implements Comparable<Id<?>> {
    public static final int TEXT_LENGTH = 13;

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int BITS_PER_CHARACTER = 5;

    /**
     * Reads the text form; lower case and Crockford's look-alikes (I, L, O) are accepted.
     *
     * @throws Invalid {@code malformed_id} when the text is no id
     */
    public static <T> Id<T> parse(String text) {
        if (!isId(text)) {
            throw Invalid.of(
                    ErrorCode.MALFORMED_ID,
                    "id",
                    "'" + Text.excerpt(text) + "' is not an id: ids have 13 characters of 0-9 and A-Z");
        }
        long value = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            value = value << BITS_PER_CHARACTER | digit(text.charAt(i));
        }
        return new Id<>(value);
    }

    /** Whether {@link #parse} would accept the text. */
    public static boolean isId(String text) {
        if (text.length() != TEXT_LENGTH || digit(text.charAt(0)) > 0xF) {
            return false;
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            if (digit(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int digit(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            case 'U' -> -1;
            default -> position(upper);
        };
    }

    private static int position(char upper) {
        for (int i = 0; i < ALPHABET.length; i++) {
            if (ALPHABET[i] == upper) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int compareTo(Id<?> other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        char[] text = new char[TEXT_LENGTH];
        long rest = value;
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET[(int) (rest & 31)];
            rest >>>= BITS_PER_CHARACTER;
        }
        return new String(text);
    }
}
