package dev.cairn.model;

import dev.cairn.domain.model.FailureKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an answer, and its body to read on.
 *
 * @param headers by their names in lower case; of several of one name the first
 */
record Reply(int status, Map<String, String> headers, Body body) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
    private static final int HEAD_BYTES_MAX = 64 * 1024;
    private static final int INTERIM_MAX = 10;

    static Reply read(Incoming in, ModelLimits limits, Exchange exchange) throws ProviderFailure {
        for (int i = 0; i < INTERIM_MAX; i++) {
            int[] room = {HEAD_BYTES_MAX};
            String line = line(in, limits.firstToken(), room);
            Matcher matcher = STATUS.matcher(line);
            if (!matcher.matches()) {
                throw new ProviderFailure(FailureKind.NOT_A_STREAM, "The provider does not speak HTTP/1.1");
            }
            int status = Integer.parseInt(matcher.group(1));
            Map<String, String> headers = headers(in, limits.firstToken(), room);
            if (status >= 200) {
                return new Reply(status, headers, Body.of(in, headers, limits));
            }
        }
        throw new ProviderFailure(FailureKind.NOT_A_STREAM, "The provider announced an answer again and again");
    }

    private static Map<String, String> headers(Incoming in, Duration silence, int[] room) throws ProviderFailure {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in, silence, room); !line.isEmpty(); line = line(in, silence, room)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String line(Incoming in, Duration silence, int[] room) throws ProviderFailure {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(silence); c != '\n'; c = in.read(silence)) {
            if (c < 0) {
                throw new ProviderFailure(
                        FailureKind.TRUNCATED, "The provider closed the connection before it answered");
            }
            if (--room[0] <= 0) {
                throw new ProviderFailure(FailureKind.TOO_LARGE, "The head of the answer is too large");
            }
            line.append((char) c);
        }
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Returns the body's media type without parameters: {@code text/event-stream}. */
    String mediaType() {
        String type = headers.getOrDefault("content-type", "");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Answers the beginning of the body, for an error (L4); as much as comes. */
    String beginning(ModelLimits limits) {
        return new String(body.atMost(limits.errorBytes(), limits.idle()), StandardCharsets.UTF_8);
    }
}
