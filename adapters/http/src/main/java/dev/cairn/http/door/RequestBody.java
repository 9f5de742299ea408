package dev.cairn.http.door;

import io.micronaut.http.HttpRequest;

/** The bytes of a body, taken in before the route is entered. */
final class RequestBody {
    private static final String ATTRIBUTE = "cairn.body";
    private static final byte[] NONE = {};

    private RequestBody() {}

    static void attach(HttpRequest<?> request, byte[] bytes) {
        request.setAttribute(ATTRIBUTE, bytes);
    }

    static byte[] of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, byte[].class).orElse(NONE);
    }
}
