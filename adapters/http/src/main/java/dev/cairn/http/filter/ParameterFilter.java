package dev.cairn.http.filter;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.QueryBinder;
import dev.cairn.http.problem.Problems;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses parameters that the route does not declare, and repeated ones; those of pages are for their scripts. */
@ServerFilter({HttpSettings.BASE + "/**", "/health/**", "/mcp", "/metrics"})
record ParameterFilter(Problems problems) implements Ordered {
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        Invalid invalid = request.getUri().getRawQuery() == null ? null : unknownParameter(request);
        return invalid == null ? null : problems.answer(request, invalid);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 2;
    }

    private static @Nullable Invalid unknownParameter(HttpRequest<?> request) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match)) {
            return null;
        }
        Set<String> allowed = QueryBinder.names(match.getArguments()).collect(Collectors.toCollection(TreeSet::new));
        for (String name : request.getParameters().names()) {
            List<String> values = request.getParameters().getAll(name);
            if (!allowed.contains(name)) {
                return Invalid.of(
                        ErrorCode.INVALID,
                        Text.excerpt(name),
                        "Unknown parameter '%s'; allowed: %s"
                                .formatted(
                                        Text.excerpt(name), allowed.isEmpty() ? "none" : String.join(", ", allowed)));
            }
            if (values.size() > 1) {
                return Invalid.of(ErrorCode.INVALID, name, "%s is given more than once".formatted(name));
            }
        }
        return null;
    }
}
