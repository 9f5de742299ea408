package dev.cairn.http.metric;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/** Counts and times requests around all routes; requests that are refused before routing do not pass it on their way back. */
@ServerFilter("/**")
record RequestMetrics(RequestCounts counts) implements Ordered {
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
