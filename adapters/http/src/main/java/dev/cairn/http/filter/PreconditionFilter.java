package dev.cairn.http.filter;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.http.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses conditions that a route does not evaluate, because the client that sends one relies on it. */
@ServerFilter("/**")
record PreconditionFilter(Problems problems) implements Ordered {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    /** A list of entity tags (RFC 9110, 8.8.3 and 13.1.2); possessive, as a group that may give back takes stack for each tag. */
    static final Pattern TAGS =
            Pattern.compile("\\*|(?:W/)?\"[!#-~\\x80-\\xff]*+\"(?:\\s*+,\\s*+(?:W/)?\"[!#-~\\x80-\\xff]*+\")*+");

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (!headers.contains(HttpHeaders.IF_MATCH) && !headers.contains(HttpHeaders.IF_NONE_MATCH)) {
            return null;
        }
        RouteMatch<?> match = RouteAttributes.getRouteMatch(request).orElse(null);
        Invalid invalid = match == null ? null : wrong(request, match);
        return invalid == null ? null : problems.answer(request, invalid);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 3;
    }

    private static @Nullable Invalid wrong(HttpRequest<?> request, RouteMatch<?> match) {
        List<String> known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
        List<String> expected = request.getHeaders().getAll(HttpHeaders.IF_MATCH);
        if (READS.contains(request.getMethodName())) {
            if (!expected.isEmpty()) {
                return refusal(HttpHeaders.IF_MATCH, "If-Match is for changes; a read takes If-None-Match");
            }
            return TAGS.matcher(String.join(",", known).strip()).matches()
                    ? null
                    : Invalid.of(
                            ErrorCode.FORMAT,
                            HttpHeaders.IF_NONE_MATCH,
                            "If-None-Match must be ETags like \"3\", separated by commas, or *");
        }
        if (!known.isEmpty()) {
            return refusal(HttpHeaders.IF_NONE_MATCH, "If-None-Match is for reads; a change takes If-Match");
        }
        if (!isConditional(match)) {
            return refusal(
                    HttpHeaders.IF_MATCH,
                    "If-Match means nothing here: what this changes has no ETag. Send it without");
        }
        return expected.size() > 1 ? refusal(HttpHeaders.IF_MATCH, "If-Match is given more than once") : null;
    }

    /** Whether the route asks for the version that is expected. */
    private static boolean isConditional(RouteMatch<?> match) {
        return match instanceof MethodBasedRouteMatch<?, ?> route
                && Arrays.stream(route.getArguments()).anyMatch(argument -> argument.getType() == Expected.class);
    }

    private static Invalid refusal(String header, String message) {
        return Invalid.of(ErrorCode.INVALID, header, message);
    }
}
