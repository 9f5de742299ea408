package dev.cairn.http.filter;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.problem.Problems;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks of every request, before its route runs. */
@ServerFilter("/**")
final class RequestFilters implements Ordered {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Problems problems;
    private final Provider<EmbeddedServer> server;

    RequestFilters(Problems problems, Provider<EmbeddedServer> server) {
        this.problems = problems;
        this.server = server;
    }

    /** The defence against DNS rebinding comes first, on every method and path. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        List<String> hosts = request.getHeaders().getAll("Host");
        if (hosts.size() != 1 || !isOurs(hosts.getFirst())) {
            return problems.answer(
                    request,
                    421,
                    "host_not_allowed",
                    "Misdirected request",
                    "The Host header does not name this server");
        }
        String origin = request.getHeaders().get("Origin");
        boolean foreign =
                origin != null && !(origin.startsWith("http://") && isOurs(origin.substring("http://".length())));
        if (foreign || "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"))) {
            return problems.answer(
                    request, 403, "origin_not_allowed", "Not allowed", "Pages of other sites may not call this server");
        }
        if (request.getUri().toString().length() > HttpSettings.REQUEST_LINE_MAX_BYTES) {
            return problems.answer(request, 414, "uri_too_long", "URI too long", "The request line is over 16 KB");
        }
        if (!Escapes.areWellFormed(request.getUri().toString())) {
            return problems.answer(
                    request, 400, "malformed_uri", "Invalid request", "The path or query has a broken escape");
        }
        Invalid invalid = unknownParameter(request);
        return invalid == null ? null : problems.answer(request, invalid);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 1;
    }

    private boolean isOurs(String host) {
        int colon = host.lastIndexOf(':');
        boolean portNamed = colon > host.lastIndexOf(']');
        String name = portNamed ? host.substring(0, colon) : host;
        String port = portNamed ? host.substring(colon + 1) : "80";
        return OWN_NAMES.contains(name.toLowerCase(Locale.ROOT))
                && port.equals(String.valueOf(server.get().getPort()));
    }

    /** Parameters that the route does not declare, and repeated ones. */
    private static @Nullable Invalid unknownParameter(HttpRequest<?> request) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match)) {
            return null;
        }
        Set<String> allowed = Arrays.stream(match.getArguments())
                .filter(argument -> argument.isAnnotationPresent(QueryValue.class))
                .map(RequestFilters::parameter)
                .collect(Collectors.toCollection(TreeSet::new));
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

    private static String parameter(Argument<?> argument) {
        return argument.getAnnotationMetadata().stringValue(Bindable.class).orElse(argument.getName());
    }
}
