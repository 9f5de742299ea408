package dev.cairn.interchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets text in UTF-8 through, and refuses the file at the first byte that is none, or is NUL. */
final class CheckedUtf8Stream extends FilterInputStream {
    private final String expected;
    private final Utf8 utf8 = new Utf8();
    private long line = 1;
    private long column;

    CheckedUtf8Stream(InputStream file, String expected) {
        super(file);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int i = offset; i < offset + count; i++) {
            check(target[i]);
        }
        if (count < 0 && !utf8.complete()) {
            throw refused("UTF-8");
        }
        return count;
    }

    private void check(byte b) {
        column++;
        if (!utf8.accepts(b)) {
            throw refused("UTF-8");
        }
        if (b == 0) {
            throw refused("text (NUL)");
        }
        if (b == '\n') {
            line++;
            column = 0;
        }
    }

    private RuntimeException refused(String what) {
        return Problems.notOfFormat(expected, "a byte that is no %s: byte %d of line %d".formatted(what, column, line));
    }
}
