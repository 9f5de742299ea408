package dev.cairn.application.queue;

import dev.cairn.application.metric.Metric;
import dev.cairn.application.metric.Metric.Kind;
import dev.cairn.application.metric.Metric.Sample;
import dev.cairn.application.metric.MetricSource;
import dev.cairn.application.work.Tally;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.QueueDepth;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The metrics of all queues together: depth, claims and their outcomes. */
public record QueueMetrics(UnitOfWork work, QueueStores stores, WaitingClaims waiting, Tally tally)
        implements MetricSource {
    @Override
    public List<Metric> metrics() {
        QueueDepth depth = stores.queues().depth(work.now());
        return List.of(
                new Metric(
                        "cairn_queue_items",
                        Kind.GAUGE,
                        "Items on all queues that are live or have failed, by state as a queue's stats call it.",
                        QueueDepth.STATES.stream()
                                .map(state -> Sample.of("state", Wire.of(state), depth.of(state)))
                                .toList()),
                Metric.seconds(
                        "cairn_queue_oldest_ready_age_seconds",
                        "How long the oldest item that could be handed out has waited; 0 when there is none.",
                        Duration.ofMillis(depth.oldestReadyAgeMillis())),
                new Metric(
                        "cairn_leases",
                        Kind.GAUGE,
                        "Items that somebody holds, by whether the lease still runs.",
                        List.of(
                                Sample.of("state", "live", depth.of(ItemState.CLAIMED)),
                                Sample.of("state", "expired", depth.of(ItemState.STALLED)))),
                Metric.counter(
                        "cairn_claims_total",
                        "Items that this server has handed out.",
                        tally.of(ActivityType.QUEUE_ITEM_CLAIMED)),
                new Metric(
                        "cairn_claims_ended_total",
                        Kind.COUNTER,
                        "Claims that ended on this server, by outcome: handed back is released, expired is lost.",
                        Arrays.stream(ClaimOutcome.values())
                                .map(outcome -> Sample.of("outcome", Wire.of(outcome), tally.of(outcome)))
                                .toList()),
                Metric.gauge("cairn_claims_waiting", "Callers that wait for work.", waiting.waiting()));
    }
}
