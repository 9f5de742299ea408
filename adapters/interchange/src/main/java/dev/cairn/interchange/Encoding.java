package dev.cairn.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Finds out how a file writes its text (I6): UTF-8 with or without a mark, UTF-16 with one; all else is refused. */
final class Encoding {
    private static final int LOOK_BYTES = 4;

    private Encoding() {}

    /**
     * The file as UTF-8 without a mark. The bytes of a file in UTF-8 are not looked at yet: see {@link Utf8}.
     *
     * @param expected what the file should be, for a refusal
     * @throws dev.cairn.domain.error.Invalid {@code format}, also while reading, when it is text of no kind known here
     */
    static InputStream utf8(InputStream file, String expected) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, LOOK_BYTES);
        byte[] start = in.readNBytes(LOOK_BYTES);
        String refused = refused(start);
        if (refused != null) {
            throw Problems.notOfFormat(expected, refused);
        }
        int mark = markLength(start);
        in.unread(start, mark, start.length - mark);
        Charset charset = charset(start);
        return charset.equals(StandardCharsets.UTF_8) ? in : new Utf16Stream(in, charset, expected);
    }

    private static @Nullable String refused(byte[] start) {
        if (begins(start, 0xFF, 0xFE, 0, 0) || begins(start, 0, 0, 0xFE, 0xFF)) {
            return "text in UTF-32: save it as UTF-8";
        }
        if (begins(start, 0x1F, 0x8B)) {
            return "a file packed by gzip: unpack it first";
        }
        if (begins(start, 'P', 'K', 3, 4)) {
            return "a zip archive: unpack it first";
        }
        boolean little = start.length >= 2 && start[0] != 0 && start[1] == 0;
        boolean big = start.length >= 2 && start[0] == 0 && start[1] != 0;
        boolean goesOn =
                start.length < LOOK_BYTES || (little ? start[2] != 0 && start[3] == 0 : start[2] == 0 && start[3] != 0);
        return (little || big) && goesOn
                ? "text in UTF-16 without a byte order mark: save it as UTF-8, or with the mark"
                : null;
    }

    private static int markLength(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        return charset(start).equals(StandardCharsets.UTF_8) ? 0 : 2;
    }

    private static Charset charset(byte[] start) {
        if (begins(start, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(start, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] start, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
