package dev.cairn.http.server;

import dev.cairn.application.metric.Metric;
import dev.cairn.application.metric.MetricSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The requests that were taken on and have no answer yet; once the server is to stop, no more of them are taken (P20). */
@Singleton
final class RequestsInFlight implements MetricSource {
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder cut = new LongAdder();
    private volatile boolean stopping;

    boolean stopping() {
        return stopping;
    }

    /** A connection is ended with a last answer that no route gave. */
    void cut() {
        cut.increment();
    }

    void begun() {
        count.incrementAndGet();
    }

    void ended(int requests) {
        if (count.addAndGet(-requests) == 0 && stopping) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.gauge(
                        "cairn_http_requests_in_flight",
                        "Requests that have no whole answer yet; open streams of events, too.",
                        count.get()),
                Metric.counter(
                        "cairn_http_connections_cut_total",
                        "Connections that were ended beside all routes: for a malformed request, a limit, or a stop.",
                        cut.sum()));
    }

    /** Takes no more requests, and waits at most this long until those that were taken are answered. */
    synchronized void stopWithin(Duration limit) {
        stopping = true;
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); count.get() > 0 && left > 0; left = end - System.nanoTime()) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
