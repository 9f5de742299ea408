package dev.cairn.http.metric;

import dev.cairn.application.metric.MetricService;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.door.Routes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The route that Prometheus scrapes. */
@Routes("/metrics")
record MetricController(MetricService metrics) {
    @Get
    @Produces(Exposition.MEDIA_TYPE)
    String metrics(Caller caller) {
        return Exposition.of(metrics.metrics(caller));
    }
}
