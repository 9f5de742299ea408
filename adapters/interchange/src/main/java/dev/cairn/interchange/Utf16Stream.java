package dev.cairn.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in UTF-16, read as UTF-8, piece by piece. */
final class Utf16Stream extends InputStream {
    private static final int PIECE_CHARS = 8 * 1024;

    private final Reader reader;
    private final Charset charset;
    private final String expected;
    private final char[] chars = new char[PIECE_CHARS + 1];
    private int kept;
    private byte[] piece = new byte[0];
    private int position;
    private long line = 1;

    Utf16Stream(InputStream file, Charset charset, String expected) {
        this.reader = new InputStreamReader(
                file,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.charset = charset;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        while (position == piece.length) {
            int count = next();
            if (count < 0) {
                return false;
            }
            int length = kept + count;
            boolean halved = Character.isHighSurrogate(chars[length - 1]);
            int whole = halved ? length - 1 : length;
            piece = new String(chars, 0, whole).getBytes(StandardCharsets.UTF_8);
            position = 0;
            kept = length - whole;
            chars[0] = chars[length - 1];
            count(piece);
        }
        return true;
    }

    private int next() throws IOException {
        try {
            return reader.read(chars, kept, PIECE_CHARS);
        } catch (CharacterCodingException e) {
            throw Problems.notOfFormat(
                    expected, "%s that is broken at or after line %d".formatted(charset.name(), line));
        }
    }

    private void count(byte[] text) {
        for (byte b : text) {
            line += b == '\n' ? 1 : 0;
        }
    }
}
