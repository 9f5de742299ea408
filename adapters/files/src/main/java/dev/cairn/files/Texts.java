package dev.cairn.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Makes texts of bytes, whatever charset they were written in. */
final class Texts {
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    /** The leading bytes that are searched for a NUL, which marks a file as binary; the same limit as git's. */
    private static final int BINARY_WITHIN = 8_000;

    private static final int DETECTED_WITHIN = 65_536;

    private Texts() {}

    /** @return null when these bytes are no text */
    static @Nullable String of(byte[] bytes) {
        Charset marked = marked(bytes);
        if (marked != null) {
            String text = lenient(marked, bytes);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        for (int i = 0; i < Math.min(bytes.length, BINARY_WITHIN); i++) {
            if (bytes[i] == 0) {
                return null;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return lenient(detected(bytes), bytes);
        }
    }

    private static String lenient(Charset charset, byte[] bytes) {
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes));
        return text.toString();
    }

    private static @Nullable Charset marked(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (bytes.length >= 3 && first == 0xEFBB && (bytes[2] & 0xFF) == 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFFFE && bytes.length >= 4 && bytes[2] == 0 && bytes[3] == 0) {
            return StandardCharsets.UTF_32LE;
        }
        return switch (first) {
            case 0xFEFF -> StandardCharsets.UTF_16BE;
            case 0xFFFE -> StandardCharsets.UTF_16LE;
            default -> null;
        };
    }

    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, DETECTED_WITHIN));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name != null && Charset.isSupported(name) && !isSprinkled(bytes) ? Charset.forName(name) : FALLBACK;
    }

    /** Whether most letters beyond ASCII stand alone, as accents do in Latin texts: the detector takes those for Cyrillic. */
    private static boolean isSprinkled(byte[] bytes) {
        int alone = 0;
        int together = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                boolean neighbour = (i > 0 && bytes[i - 1] < 0) || (i + 1 < bytes.length && bytes[i + 1] < 0);
                alone += neighbour ? 0 : 1;
                together += neighbour ? 1 : 0;
            }
        }
        return alone > together;
    }
}
