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
}
