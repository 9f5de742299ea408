package dev.cairn.model;

import dev.cairn.domain.model.FailureKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of an answer, by lines or as a whole: in chunks, of a length that was said, or until the connection ends. */
final class Body {
    private static final long UNTIL_CLOSED = -1;
    private static final int CHUNK_DIGITS_MAX = 8;
    private static final int CHUNK_LINE_MAX = 4 * 1024;

    private final Incoming in;
    private final ModelLimits limits;
    private final boolean chunked;
    /** The bytes that are left, of the chunk or of the whole body. */
    private long left;

    private long read;
    private boolean ended;
    private boolean first = true;
    private boolean afterReturn;

    private Body(Incoming in, ModelLimits limits, boolean chunked, long left) {
        this.in = in;
        this.limits = limits;
        this.chunked = chunked;
        this.left = left;
    }

    static Body of(Incoming in, Map<String, String> headers, ModelLimits limits) throws ProviderFailure {
        String coding = headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT);
        String packed = headers.getOrDefault("content-encoding", "identity").toLowerCase(Locale.ROOT);
        if (!(coding.isEmpty() || coding.equals("chunked")) || !packed.equals("identity")) {
            throw new ProviderFailure(FailureKind.NOT_A_STREAM, "The answer is packed in a way that was not asked for");
        }
        if (!coding.isEmpty()) {
            return new Body(in, limits, true, 0);
        }
        String length = headers.get("content-length");
        if (length == null) {
            return new Body(in, limits, false, UNTIL_CLOSED);
        }
        if (length.length() > 18 || !length.chars().allMatch(c -> c >= '0' && c <= '9') || length.isEmpty()) {
            throw new ProviderFailure(FailureKind.GARBAGE, "The answer has no proper length");
        }
        return new Body(in, limits, false, Long.parseLong(length));
    }

    /** Answers the next line, without its end; null when there is no more. Lines end as those of event streams do. */
    @Nullable
    String line(Duration silence) throws ProviderFailure {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int c = next(silence);
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            if (c == '\n' || c == '\r') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() >= limits.lineBytes()) {
                throw new ProviderFailure(
                        FailureKind.TOO_LARGE,
                        "A line of the answer is longer than %d bytes".formatted(limits.lineBytes()));
            }
            line.write(c);
        }
    }

    /** Answers all of it. */
    byte[] whole(Duration silence) throws ProviderFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int c = next(silence); c >= 0; c = next(silence)) {
            bytes.write(c);
        }
        return bytes.toByteArray();
    }

    /** Answers its beginning, or as much as comes of that: an error is told, however it ends. */
    byte[] atMost(int count, Duration silence) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            while (bytes.size() < count) {
                int c = next(silence);
                if (c < 0) {
                    break;
                }
                bytes.write(c);
            }
        } catch (ProviderFailure _) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }

    private int next(Duration silence) throws ProviderFailure {
        if (ended) {
            return -1;
        }
        if (left == 0 && (!chunked || !beginChunk(silence))) {
            ended = true;
            return -1;
        }
        int c = in.read(silence);
        if (c < 0) {
            if (left == UNTIL_CLOSED) {
                ended = true;
                return -1;
            }
            throw cut();
        }
        if (left > 0) {
            left--;
        }
        if (++read > limits.answerBytes()) {
            throw new ProviderFailure(
                    FailureKind.TOO_LARGE, "The answer is larger than %d bytes".formatted(limits.answerBytes()));
        }
        return c;
    }

    /** Begins the next chunk; false after the last one. */
    private boolean beginChunk(Duration silence) throws ProviderFailure {
        if (!first && !chunkLine(silence).isEmpty()) {
            throw garbage();
        }
        first = false;
        String size = chunkLine(silence);
        int end = size.indexOf(';');
        String digits = (end < 0 ? size : size.substring(0, end)).strip();
        if (digits.isEmpty() || digits.length() > CHUNK_DIGITS_MAX) {
            throw garbage();
        }
        try {
            left = Long.parseLong(digits, 16);
        } catch (NumberFormatException _) {
            throw garbage();
        }
        if (left < 0) {
            throw garbage();
        }
        return left > 0;
    }

    private String chunkLine(Duration silence) throws ProviderFailure {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(silence); c != '\n'; c = in.read(silence)) {
            if (c < 0) {
                throw cut();
            }
            if (line.length() >= CHUNK_LINE_MAX) {
                throw garbage();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static ProviderFailure cut() {
        return new ProviderFailure(FailureKind.TRUNCATED, "The connection ended before the answer was whole");
    }

    private static ProviderFailure garbage() {
        return new ProviderFailure(FailureKind.GARBAGE, "The answer is not in the form of HTTP/1.1");
    }
}
