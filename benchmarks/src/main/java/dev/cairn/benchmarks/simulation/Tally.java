package dev.cairn.benchmarks.simulation;

import dev.cairn.application.queue.ClaimResult.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** What happened, how long it took, and how long work waited for somebody. */
final class Tally {
    private static final int DIGITS = 3;

    /** What the database is asked for. */
    enum Kind {
        ENQUEUE,
        CLAIM,
        HEARTBEAT,
        END,
        SWEEP
    }

    /** How often, how long, and with how many statements. */
    private static final class Cost {
        private final Histogram micros = new Histogram(DIGITS);
        private long statements;
    }

    private final Map<Kind, Cost> costs = new EnumMap<>(Kind.class);
    private final Histogram waited = new Histogram(DIGITS);
    private final LongAdder statements;
    private final int[] claimsOf;
    private long again;
    private long empty;
    private long completed;
    private long failed;
    private long died;
    private long refused;
    private long swept;

    /** @param statements counts what the database runs; stays 0 where that is not known */
    Tally(int agents, LongAdder statements) {
        this.statements = statements;
        this.claimsOf = new int[agents];
    }

    <T> T timed(Kind kind, Supplier<T> use) {
        long counted = statements.sum();
        long began = System.nanoTime();
        try {
            return use.get();
        } finally {
            Cost cost = costs.computeIfAbsent(kind, _ -> new Cost());
            cost.micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
            cost.statements += statements.sum() - counted;
        }
    }

    void handedOut(int agent, Claimed work, Instant now) {
        claimsOf[agent]++;
        if (work.claim().fencingToken() == 1) {
            waited.recordValue(Duration.between(work.item().enqueuedAt(), now).toMillis());
        } else {
            again++;
        }
    }

    void empty() {
        empty++;
    }

    void ended(boolean fails) {
        if (fails) {
            failed++;
        } else {
            completed++;
        }
    }

    void died() {
        died++;
    }

    void refused() {
        refused++;
    }

    void swept(int items) {
        swept += items;
    }

    long refusals() {
        return refused;
    }

    long sweeps() {
        return swept;
    }

    long completions() {
        return completed;
    }

    /** How evenly claims are spread over the agents: 1 is all the same (Jain's index). */
    private double evenness() {
        double sum = 0;
        double squares = 0;
        for (int claims : claimsOf) {
            sum += claims;
            squares += (double) claims * claims;
        }
        return sum * sum / (claimsOf.length * squares);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(
                "handed out %,d, of these again %,d; asked in vain %,d; completed %,d, failed %,d; died %,d, taken back by the sweeper %,d, told that they were too late %,d%n"
                        .formatted(
                                waited.getTotalCount() + again, again, empty, completed, failed, died, swept, refused));
        text.append(
                "waiting time of new work: p50 %,.1f s, p90 %,.1f s, p99 %,.1f s, max %,.1f s; Jain's index of claims per agent %.3f%n"
                        .formatted(seconds(50), seconds(90), seconds(99), seconds(100), evenness()));
        costs.forEach((kind, cost) -> text.append("%-10s %,12d times, p50 %,8d µs, p99 %,8d µs, %.1f statements%n"
                .formatted(
                        kind,
                        cost.micros.getTotalCount(),
                        cost.micros.getValueAtPercentile(50),
                        cost.micros.getValueAtPercentile(99),
                        cost.statements / (double) Math.max(1, cost.micros.getTotalCount()))));
        return text.toString();
    }

    private double seconds(double percentile) {
        return waited.getValueAtPercentile(percentile) / 1e3;
    }
}
