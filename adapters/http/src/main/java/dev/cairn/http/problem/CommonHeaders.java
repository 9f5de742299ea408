package dev.cairn.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;

/** The headers of every answer, also of those that no filter sees: to requests that could not even be parsed. */
public final class CommonHeaders {
    private CommonHeaders() {}

    public static void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(RequestIds.HEADER, RequestIds.of(request));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'self'");
    }
}
