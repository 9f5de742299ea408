package dev.cairn.http.problem;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id under which a request is answered and logged. */
public final class RequestIds {
    public static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "cairn.requestId";
    private static final int LENGTH_MAX = 128;

    private RequestIds() {}

    /** Answers the caller's own id, if it is decent, else a new one; the same for the whole request. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String given = request.getHeaders().get(HEADER);
            String id =
                    decent(given) && given != null ? given : UUID.randomUUID().toString();
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static boolean decent(@Nullable String id) {
        return id != null
                && !id.isEmpty()
                && id.length() <= LENGTH_MAX
                && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '<');
    }
}
