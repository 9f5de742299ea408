package dev.cairn.http.metric;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Stands around all routes. What is refused before one is looked for does not come back this way. */
@ServerFilter("/**")
final class RequestMetrics implements Ordered {
    private final RequestCounts counts;

    RequestMetrics(RequestCounts counts) {
        this.counts = counts;
    }

    @RequestFilter
    @PreMatching
    void begin(HttpRequest<?> request) {
        counts.begun(request);
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        counts.answered(request, response.code());
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
