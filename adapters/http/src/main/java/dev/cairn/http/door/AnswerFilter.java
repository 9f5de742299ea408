package dev.cairn.http.door;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Turns a route's answer into a response; problems and pages that were written elsewhere are left as they are. */
@ServerFilter("/**")
record AnswerFilter(AnswerWriter writer) implements Ordered {
    private static final int NOT_MODIFIED = 304;

    @ResponseFilter
    void write(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Written written = Written.of(request).orElse(null);
        if (written != null) {
            response.status(written.status());
            fill(request, response, written);
            return;
        }
        Object value = RouteAttributes.getHeadBody(response).orElseGet(response::body);
        boolean nothing = value == null && hasNoAnswer(response);
        if (nothing || (value != null && !isWritten(value))) {
            Written answer = writer.write(request, value);
            if (nothing || value instanceof Answer<?>) {
                response.status(answer.status());
            }
            fill(request, response, answer);
            if (value instanceof Versioned<?> root && !root.whole() && isKnown(request, root.etag())) {
                response.status(NOT_MODIFIED);
                response.body(null);
                response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            }
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    /** A problem, a page, a file, or a stream. */
    private static boolean isWritten(Object value) {
        return value instanceof byte[]
                || value instanceof String
                || value instanceof StreamedFile
                || value instanceof Publisher<?>;
    }

    private static boolean hasNoAnswer(MutableHttpResponse<?> response) {
        return RouteAttributes.getRouteInfo(response)
                .filter(route -> route.isVoid())
                .isPresent();
    }

    private static void fill(HttpRequest<?> request, MutableHttpResponse<?> response, Written written) {
        written.headers().forEach(response::header);
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH); // the framework's, of no body
        if (written.body().length > 0) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        response.body(written.body().length == 0 || request.getMethod() == HttpMethod.HEAD ? null : written.body());
    }

    /** Returns whether the reader already has this version. */
    private static boolean isKnown(HttpRequest<?> request, String etag) {
        @Nullable String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD)
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(etag) || tag.equals("W/" + etag));
    }
}
