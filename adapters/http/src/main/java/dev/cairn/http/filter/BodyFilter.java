package dev.cairn.http.filter;

import dev.cairn.http.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where there may be a body, and that it says what it is: a page of another site can send a form or bare text without
 * asking, but no JSON.
 */
@ServerFilter("/**")
final class BodyFilter implements Ordered {
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "OPTIONS");

    private final Problems problems;

    BodyFilter(Problems problems) {
        this.problems = problems;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        boolean present = request.getHeaders().contentLength().orElse(0) > 0
                || request.getHeaders().contains(HttpHeaders.TRANSFER_ENCODING);
        if (!present) {
            return null;
        }
        if (WITHOUT_BODY.contains(request.getMethodName())) {
            return problems.answer(
                    request, 400, "body_not_allowed", "Invalid request", request.getMethodName() + " takes no body");
        }
        return isDeclared(request)
                ? null
                : problems.answer(
                        request,
                        415,
                        "unsupported_media_type",
                        "Unsupported media type",
                        "Content-Type must be application/json, in UTF-8");
    }

    /** Once, well-formed, and in UTF-8; whether the route takes it is the router's business. */
    private static boolean isDeclared(HttpRequest<?> request) {
        List<String> types = request.getHeaders().getAll(HttpHeaders.CONTENT_TYPE);
        if (types.size() != 1) {
            return false;
        }
        try {
            Optional<String> charset =
                    MediaType.of(types.getFirst()).getParameters().get("charset");
            return charset.isEmpty() || Charset.forName(charset.get()).equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }
}
