package dev.cairn.http.problem;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id under which a request is answered and logged. */
public final class RequestIds {
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "cairn.requestId";
    private static final int LENGTH_MAX = 128;
    /** What a proxy or a tracing library writes (W3C Trace Context, 3.2); the trace is what all of its logs have in common. */
    public static final String TRACE_HEADER = "traceparent";

    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    /** The key under which an encoder of log lines finds the id. */
    private static final String LOGGED = "requestId";

    private RequestIds() {}

    /** Answers the caller's own id, if it is decent, or that of its trace, else a new one; the same for the whole request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id =
                    of(request.getHeaders().get(HEADER), request.getHeaders().get(TRACE_HEADER));
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    static String of(@Nullable String own, @Nullable String trace) {
        return Optional.ofNullable(own)
                .filter(RequestIds::decent)
                .or(() -> Optional.ofNullable(trace)
                        .map(TRACE::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1)))
                .orElseGet(RequestIds::random);
    }

    /** Makes an id that nobody has to be unable to guess: a secure one costs as much as finding the route. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    /** Adds the request's id to all that this thread logs, until it is closed. */
    static MDC.MDCCloseable logged(HttpRequest<?> request) {
        return logged(of(request));
    }

    static MDC.MDCCloseable logged(String requestId) {
        return MDC.putCloseable(LOGGED, requestId);
    }

    private static boolean decent(String id) {
        return !id.isEmpty()
                && id.length() <= LENGTH_MAX
                && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '<');
    }
}
