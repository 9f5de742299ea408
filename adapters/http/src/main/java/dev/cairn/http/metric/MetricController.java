package dev.cairn.http.metric;

import dev.cairn.application.metric.MetricService;
import dev.cairn.domain.user.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The route that Prometheus scrapes. */
@Controller("/metrics")
@ExecuteOn(TaskExecutors.BLOCKING)
record MetricController(MetricService metrics) {
    @Get
    @Produces(Exposition.MEDIA_TYPE)
    String metrics(Caller caller) {
        return Exposition.of(metrics.metrics(caller));
    }
}
