package dev.cairn.application.event;

import dev.cairn.application.metric.Metric;
import dev.cairn.application.metric.MetricSource;
import dev.cairn.domain.activity.ActivityLog;
import java.util.List;

/** The metrics of the log's followers. */
public record EventMetrics(EventDispatcher dispatcher, ActivityLog log) implements MetricSource {
    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.gauge(
                        "cairn_event_streams",
                        "Streams of events and runs that are open, of listeners and of those who wait for an answer, too.",
                        dispatcher.streams()),
                Metric.gauge(
                        "cairn_event_streams_behind",
                        "Streams that are catching up with the log.",
                        dispatcher.behind()),
                Metric.gauge(
                        "cairn_event_buffered", "Events that wait to be taken, of all streams.", dispatcher.waiting()),
                Metric.counter(
                        "cairn_event_overflows_total",
                        "Times that a stream lost events, as its client did not take them.",
                        dispatcher.overflows()),
                Metric.gauge(
                        "cairn_event_newest",
                        "Number of the newest entry of the log.",
                        log.state().newest()));
    }
}
