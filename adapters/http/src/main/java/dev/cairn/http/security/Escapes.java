package dev.cairn.http.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks the percent escapes of a request line, as the framework would replace broken ones by question marks. */
final class Escapes {
    private static final int DIGITS = 2;
    private static final int RADIX = 16;

    private Escapes() {}

    /** Whether all escapes are complete, and what they stand for is UTF-8. */
    static boolean areWellFormed(String raw) {
        if (raw.indexOf('%') < 0) {
            return true;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.put(bytes[i]);
            } else {
                int high = digit(bytes, i + 1);
                int low = digit(bytes, i + DIGITS);
                if (high < 0 || low < 0) {
                    return false;
                }
                decoded.put((byte) (high * RADIX + low));
                i += DIGITS;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(decoded.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int digit(byte[] bytes, int at) {
        return at < bytes.length ? Character.digit(bytes[at], RADIX) : -1;
    }
}
