package dev.cairn.http.security;

import dev.cairn.http.HttpLimits;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.HttpCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Refuses a body that says it is too large, before it is read; one that does not say is cut off by the server. */
record BodySizeCheck(HttpLimits limits) implements RequestCheck {
    @Override
    public @Nullable Refusal refuse(HttpRequest<?> request) {
        String length = request.getHeaders().get(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return null;
        }
        long bytesMax = HttpSettings.isImport(request.getPath()) ? limits.importMaxBytes() : limits.bodyMaxBytes();
        return request.getHeaders().contentLength().orElse(0) <= bytesMax
                ? null
                : new Refusal(HttpCode.TOO_LARGE, "The body is over %d bytes".formatted(bytesMax));
    }
}
