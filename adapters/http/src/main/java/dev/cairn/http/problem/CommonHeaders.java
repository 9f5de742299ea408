package dev.cairn.http.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/** Adds the headers that every answer has, also answers that no filter sees, to requests that could not be parsed. */
public final class CommonHeaders {
    static final Map<String, String> FIXED = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
            "X-Frame-Options",
            "DENY");

    private CommonHeaders() {}

    public static void addTo(HttpRequest<?> request, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(RequestIds.HEADER, RequestIds.of(request));
        FIXED.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
