package dev.cairn.http.security;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Path and query are not too long, and their escapes mean something. */
final class RequestLineCheck implements Check {
    private final int bytesMax;

    RequestLineCheck(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Override
    public @Nullable Refusal refuse(HttpRequest<?> request) {
        String target = request.getUri().toString();
        if (target.length() > bytesMax) {
            return new Refusal(
                    414, "uri_too_long", "URI too long", "The request line is over %d bytes".formatted(bytesMax));
        }
        return Escapes.areWellFormed(target)
                ? null
                : new Refusal(400, "malformed_uri", "Invalid request", "The path or query has a broken escape");
    }
}
