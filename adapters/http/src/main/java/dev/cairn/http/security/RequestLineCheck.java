package dev.cairn.http.security;

import dev.cairn.http.problem.HttpCode;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Checks that path and query are not too long, and that their escapes mean something. */
record RequestLineCheck(int bytesMax) implements RequestCheck {
    @Override
    public @Nullable Refusal refuse(HttpRequest<?> request) {
        String target = request.getUri().toString();
        if (target.length() > bytesMax) {
            return new Refusal(HttpCode.URI_TOO_LONG, "The request line is over %d bytes".formatted(bytesMax));
        }
        return Escapes.areWellFormed(target)
                ? null
                : new Refusal(HttpCode.MALFORMED_URI, "The path or query has a broken escape");
    }
}
