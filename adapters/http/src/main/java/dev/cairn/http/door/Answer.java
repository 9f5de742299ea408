package dev.cairn.http.door;

import dev.cairn.domain.kernel.Lifecycle;
import java.util.Map;

/**
 * A route's answer with more than a body and status 200; a route answers a plain body as it is.
 *
 * @param <T> the body
 */
public sealed interface Answer<T> permits Accepted, Created, Passing, Versioned, WithCookie {
    /** The suffix of the version in the ETag of a held root. */
    String HELD = ".held";

    T body();

    int status();

    Map<String, String> headers();

    /** Whether a repetition with the same Idempotency-Key gets it again. */
    default boolean isKept() {
        return true;
    }

    /** Writes a root's version as an ETag. */
    static String etag(Lifecycle lifecycle) {
        return "\"" + lifecycle.version() + "\"";
    }

    /** Writes the version of a held root as an ETag. */
    static String etagOfHeld(Lifecycle lifecycle) {
        return "\"" + lifecycle.version() + HELD + "\"";
    }
}
