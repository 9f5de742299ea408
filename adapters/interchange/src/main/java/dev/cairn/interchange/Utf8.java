package dev.cairn.interchange;

/** Follows bytes of UTF-8 one by one: a reader that trusts them would put other characters in the place of bad ones. */
final class Utf8 {
    private static final int CONTINUATION_MIN = 0x80;
    private static final int CONTINUATION_MAX = 0xBF;

    private int missing;
    private int least = CONTINUATION_MIN;
    private int most = CONTINUATION_MAX;

    /** Returns whether the byte may follow those before it. */
    boolean accepts(byte next) {
        int b = next & 0xFF;
        if (missing == 0) {
            return b < CONTINUATION_MIN || begins(b);
        }
        boolean fits = b >= least && b <= most;
        least = CONTINUATION_MIN;
        most = CONTINUATION_MAX;
        missing--;
        return fits;
    }

    /** Returns whether the text may end here. */
    boolean complete() {
        return missing == 0;
    }

    /** The first byte, from 1, that is no UTF-8; 0 when all are. */
    static int firstBad(byte[] text) {
        Utf8 utf8 = new Utf8();
        for (int i = 0; i < text.length; i++) {
            if (!utf8.accepts(text[i])) {
                return i + 1;
            }
        }
        return utf8.complete() ? 0 : text.length;
    }

    /** The table of well-formed sequences of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF. */
    private boolean begins(int b) {
        if (b >= 0xC2 && b <= 0xDF) {
            missing = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            missing = 2;
            least = b == 0xE0 ? 0xA0 : CONTINUATION_MIN;
            most = b == 0xED ? 0x9F : CONTINUATION_MAX;
        } else if (b >= 0xF0 && b <= 0xF4) {
            missing = 3;
            least = b == 0xF0 ? 0x90 : CONTINUATION_MIN;
            most = b == 0xF4 ? 0x8F : CONTINUATION_MAX;
        }
        return missing > 0;
    }
}
