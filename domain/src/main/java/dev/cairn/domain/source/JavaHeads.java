package dev.cairn.domain.source;

/**
 * Splits blanked Java code into heads, the text between two marks. Each head is read once, so that the time is linear
 * in the length.
 */
final class JavaHeads {
    /** The length to which a head is cut at its beginning, in characters. */
    private static final int LENGTH_MAX = 1_000;

    private JavaHeads() {}

    /** Receives each head. */
    @FunctionalInterface
    interface Listener {
        /** Receives the text before a mark, and the mark. */
        void head(String head, char mark);
    }

    static void each(String code, Listener listener) {
        int start = 0;
        for (int i = 0; i < code.length(); i++) {
            if (isMark(code.charAt(i))) {
                if (i > start) {
                    listener.head(code.substring(Math.max(start, i - LENGTH_MAX), i), code.charAt(i));
                }
                start = i + 1;
            }
        }
    }

    private static boolean isMark(char c) {
        return switch (c) {
            case ';', '=', '{', '}', '(', ')' -> true;
            default -> false;
        };
    }
}
