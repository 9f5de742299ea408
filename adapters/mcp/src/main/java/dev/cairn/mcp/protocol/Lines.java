package dev.cairn.mcp.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of a bounded length; one that is longer is skipped to its end, and told by its being cut. */
final class Lines {
    private static final int BUFFER_BYTES = 8_192;

    private final InputStream in;
    private final int bytesMax;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int filled;

    Lines(InputStream in, int bytesMax) {
        this.in = in;
        this.bytesMax = bytesMax;
    }

    /** A line without its end; {@code cut} when it was longer than allowed. */
    @SuppressWarnings("ArrayRecordComponent") // read at once, and never compared
    record Line(byte[] bytes, boolean cut) {
        boolean contains(byte[] word) {
            for (int i = 0; i <= bytes.length - word.length; i++) {
                if (bytes[i] == word[0] && Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                    return true;
                }
            }
            return false;
        }

        boolean isBlank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Reads the next line; null at the end. */
    @Nullable
    Line read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean cut = false;
        boolean any = false;
        while (next < filled || fill()) {
            any = true;
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int taken = Math.min(end - next, bytesMax - line.size());
            line.write(buffer, next, taken);
            cut |= taken < end - next;
            next = end + 1;
            if (end < filled) {
                return new Line(line.toByteArray(), cut);
            }
        }
        return any ? new Line(line.toByteArray(), cut) : null;
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
