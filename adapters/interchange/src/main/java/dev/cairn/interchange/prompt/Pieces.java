package dev.cairn.interchange.prompt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a file into lines, of which none takes more memory than another: a long one comes in several pieces. Only a line feed ends a line. */
final class Pieces {
    private static final int PIECE_BYTES = 8 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int limit;
    private int line;
    private boolean lineEnded = true;
    private @Nullable Piece ahead;

    /**
     * @param line from 1
     * @param whole whether it is all of its line
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Piece(byte[] bytes, int line, boolean whole) {
        private static final String FENCE = "---";

        /** Whether front matter begins or ends here. */
        boolean isFence() {
            return whole && text().equals(FENCE);
        }

        /** Whether this is the first line of the front matter of one of many prompts. */
        boolean isMark() {
            return whole && text().equals(MarkdownPrompts.MARK);
        }

        private String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
        }
    }

    /** @param in without the mark of its byte order, if it begins with one */
    Pieces(InputStream in) throws IOException {
        this.in = in;
        this.limit = in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length);
        if (Arrays.equals(buffer, 0, limit, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            position = limit;
        }
    }

    /** Takes the next piece; null at the end. */
    @Nullable
    Piece next() throws IOException {
        Piece next = ahead == null ? read() : ahead;
        ahead = null;
        return next;
    }

    /** Returns the next piece without taking it; null at the end. */
    @Nullable
    Piece peek() throws IOException {
        if (ahead == null) {
            ahead = read();
        }
        return ahead;
    }

    private @Nullable Piece read() throws IOException {
        boolean begins = lineEnded;
        line += begins ? 1 : 0;
        lineEnded = false;
        ByteArrayOutputStream piece = new ByteArrayOutputStream(128);
        while (!lineEnded && piece.size() < PIECE_BYTES && fill()) {
            int end = position;
            int most = Math.min(limit, position + PIECE_BYTES - piece.size());
            while (end < most && !lineEnded) {
                lineEnded = buffer[end++] == '\n';
            }
            piece.write(buffer, position, end - position);
            position = end;
        }
        boolean last = !lineEnded && piece.size() < PIECE_BYTES;
        return piece.size() == 0 ? null : new Piece(piece.toByteArray(), line, begins && (lineEnded || last));
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
        }
        return limit > 0;
    }
}
