package dev.cairn.domain.source;

/** Cuts Java's code into what stands between marks, so that no look at one head reads another: time grows with the length only. */
final class JavaHeads {
    /** A longer head is looked at from its end. */
    private static final int LENGTH_MAX = 1_000;

    private JavaHeads() {}

    /** Hears of each head. */
    @FunctionalInterface
    interface Listener {
        /** Takes what stands before a mark, and the mark. */
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
