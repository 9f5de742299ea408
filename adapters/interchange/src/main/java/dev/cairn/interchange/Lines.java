package dev.cairn.interchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a file that are not blank, with their numbers, each of a bounded length; LF, CR LF or CR ends one. */
final class Lines {
    static final int LENGTH_MAX_BYTES = 20 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream file;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private int number;
    private boolean tooLong;
    private boolean afterReturn;
    private byte[] bytes = new byte[0];

    private Lines(InputStream file) {
        this.file = file;
    }

    /** @param expected what the file should be, for a refusal of its encoding */
    static Lines of(InputStream file, String expected) throws IOException {
        return new Lines(Encoding.utf8(file, expected));
    }

    /** Moves to the next line that is not blank; false at the end of the file. */
    boolean next() throws IOException {
        while (fill()) {
            number++;
            bytes = readLine();
            if (tooLong || !blank()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the line's number, from 1; blank lines count. */
    int number() {
        return number;
    }

    /** Returns whether the line was longer than {@value #LENGTH_MAX_BYTES} bytes; only its beginning is kept. */
    boolean tooLong() {
        return tooLong;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        tooLong = false;
        boolean ended = false;
        while (!ended && fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            int length = end - position;
            if (line.size() + length > LENGTH_MAX_BYTES) {
                tooLong = true;
            } else {
                line.write(buffer, position, length);
            }
            ended = end < limit;
            afterReturn = ended && buffer[end] == '\r';
            position = ended ? end + 1 : end;
        }
        return line.toByteArray();
    }

    /** Whether there is more; the line feed after a carriage return belongs to the line before. */
    private boolean fill() throws IOException {
        if (readAhead() && afterReturn && buffer[position] == '\n') {
            position++;
        }
        afterReturn = false;
        return readAhead();
    }

    private boolean readAhead() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(file.read(buffer), 0);
        }
        return limit > 0;
    }

    private boolean blank() {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
