package dev.cairn.http.wire;

import dev.cairn.domain.kernel.Lifecycle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers, before it is written.
 *
 * @param keep whether a repetition with the same Idempotency-Key gets it again
 */
public record Reply(
        int status, Map<String, String> headers, @Nullable Object body, boolean keep) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply ok(Object body) {
        return new Reply(200, Map.of(), body, true);
    }

    /** A root, with its version as the ETag. */
    public static Reply ok(Object body, Lifecycle lifecycle) {
        return new Reply(200, Map.of("ETag", etag(lifecycle)), body, true);
    }

    public static Reply created(Object body, String location) {
        return new Reply(201, Map.of("Location", location), body, true);
    }

    public static Reply created(Object body, String location, Lifecycle lifecycle) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", location);
        headers.put("ETag", etag(lifecycle));
        return new Reply(201, headers, body, true);
    }

    /** It is done, and there is nothing to show. */
    public static Reply noContent() {
        return new Reply(204, Map.of(), null, true);
    }

    /** An answer that promises nothing: asking again may find something else. */
    public static Reply passing(Object body) {
        return new Reply(200, Map.of(), body, false);
    }

    static String etag(Lifecycle lifecycle) {
        return "\"" + lifecycle.version() + "\"";
    }
}
