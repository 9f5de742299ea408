package dev.cairn.http.door;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import io.micronaut.http.HttpRequest;

/** The key by which a client asks for the same once more. */
public final class Repetition {
    static final String KEY = "Idempotency-Key";

    private Repetition() {}

    /** @throws Invalid when the request came with a key, though it holds a secret: nothing of it is kept */
    public static void refuse(HttpRequest<?> request) {
        if (request.getHeaders().contains(KEY)) {
            throw Invalid.of(
                    ErrorCode.INVALID, KEY, "This request holds secrets, which are not kept: send it without " + KEY);
        }
    }

    /** @throws Invalid when the request came with a key that its route does not look at, as whoever sends one relies on it */
    static void refuseUnread(HttpRequest<?> request) {
        if (request.getHeaders().contains(KEY)) {
            throw Invalid.of(ErrorCode.INVALID, KEY, "This is not kept for a repetition: send it without " + KEY);
        }
    }

    /** @throws Invalid when there are several keys */
    static void requireOne(HttpRequest<?> request) {
        if (request.getHeaders().getAll(KEY).size() > 1) {
            throw Invalid.of(ErrorCode.FORMAT, KEY, KEY + " is given more than once");
        }
    }
}
