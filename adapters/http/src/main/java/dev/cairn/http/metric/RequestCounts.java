package dev.cairn.http.metric;

import dev.cairn.application.metric.Buckets;
import dev.cairn.application.metric.Metric;
import dev.cairn.application.metric.Metric.Kind;
import dev.cairn.application.metric.Metric.Sample;
import dev.cairn.application.metric.MetricSource;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts requests and times them until their answer is ready, by route as it is written in the description, not as it was called: so there
 * are as many of them as there are routes. What reached no route is one more.
 */
@Singleton
public final class RequestCounts implements MetricSource {
    private static final String SINCE = "dev.cairn.since";
    private static final String NO_ROUTE = "none";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<Double> SECONDS = List.of(0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0);
    private static final int CLASSES = 6;
    private static final int HUNDRED = 100;

    private final Map<Route, Counts> routes = new ConcurrentSkipListMap<>();

    /** A route, and by which method it was asked. */
    private record Route(String path, String method) implements Comparable<Route> {
        @Override
        public int compareTo(Route other) {
            int byPath = path.compareTo(other.path);
            return byPath == 0 ? method.compareTo(other.method) : byPath;
        }

        Map<String, String> labels() {
            return Map.of("route", path, "method", method);
        }
    }

    /** The counts of answers by the first digit of the status, and their durations. */
    private record Counts(AtomicLongArray classes, Buckets seconds) {
        Counts() {
            this(new AtomicLongArray(CLASSES), new Buckets(SECONDS));
        }
    }

    /** Starts the time of this request. */
    void begun(HttpRequest<?> request) {
        request.setAttribute(SINCE, System.nanoTime());
    }

    /** Counts the answer of this request, whether of a route or in the place of one. */
    public void answered(HttpRequest<?> request, int status) {
        Counts counts = routes.computeIfAbsent(route(request), _ -> new Counts());
        counts.classes.incrementAndGet(Math.clamp(status / HUNDRED, 0, CLASSES - 1));
        request.getAttribute(SINCE, Long.class)
                .ifPresent(since -> counts.seconds.add((System.nanoTime() - since) / NANOS_PER_SECOND));
    }

    private static Route route(HttpRequest<?> request) {
        String path = RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> ((UriRouteMatch<?, ?>) match).getRouteInfo())
                .map(RequestCounts::path)
                .orElse(NO_ROUTE);
        HttpMethod method = request.getMethod();
        return new Route(path, method == HttpMethod.CUSTOM ? NO_ROUTE : method.name());
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    @Override
    public List<Metric> metrics() {
        List<Sample> requests = new ArrayList<>();
        List<Sample> durations = new ArrayList<>();
        routes.forEach((route, counts) -> {
            for (int first = 1; first < CLASSES; first++) {
                long count = counts.classes.get(first);
                if (count > 0) {
                    Map<String, String> labels =
                            Map.of("route", route.path, "method", route.method, "status", first + "xx");
                    requests.add(new Sample(labels, Metric.Figure.of(count)));
                }
            }
            durations.add(new Sample(route.labels(), counts.seconds.spread()));
        });
        return List.of(
                new Metric(
                        "cairn_http_requests_total",
                        Kind.COUNTER,
                        "Requests that were answered, by route, method and class of status.",
                        requests),
                new Metric(
                        "cairn_http_request_duration_seconds",
                        Kind.HISTOGRAM,
                        "How long a request took from its head to the head of its answer, by route and method.",
                        durations));
    }
}
