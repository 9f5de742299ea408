package dev.cairn.http.door;

import dev.cairn.application.work.Recency;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Lets a replica answer reads, where there is one: the answer to a change carries its number in the log, and a read that
 * names such a number may be answered by the replica as soon as that has it (G8). A read without a number goes to the
 * primary, and so sees everybody's writes.
 */
@ServerFilter("/api/**")
@Requires(property = "cairn.database.replica", value = "true")
final class RecencyFilter {
    private static final String HEADER = "Log-Position";
    private static final int DIGITS_MAX = 16;

    /** Goes with the request from thread to thread. */
    private record Carried(Recency recency) implements ThreadPropagatedContextElement<@Nullable Recency> {
        @Override
        public @Nullable Recency updateThreadContext() {
            return Recency.enter(recency);
        }

        @Override
        public void restoreThreadContext(@Nullable Recency before) {
            Recency.enter(before);
        }
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        @Nullable String named = request.getHeaders().get(HEADER);
        OptionalLong number = named == null ? OptionalLong.empty() : OptionalLong.of(number(named));
        Recency recency = number.isPresent() && mayLag(request) ? Recency.upTo(number.getAsLong()) : Recency.ofAll();
        request.setAttribute(HEADER, recency);
        context.add(new Carried(recency));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        OptionalLong written = request.getAttribute(HEADER, Recency.class)
                .map(Recency::written)
                .orElse(OptionalLong.empty());
        written.ifPresent(number -> response.header(HEADER, String.valueOf(number)));
    }

    private static boolean mayLag(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET
                && RouteAttributes.getRouteMatch(request)
                        .map(match -> match.getRouteInfo().getResponseBodyType().getType())
                        .filter(MayLag.class::isAssignableFrom)
                        .isPresent();
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > DIGITS_MAX || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Invalid.of(
                    ErrorCode.FORMAT, HEADER, HEADER + " is the number that the answer to a change named, or 0");
        }
        return Long.parseLong(text);
    }
}
