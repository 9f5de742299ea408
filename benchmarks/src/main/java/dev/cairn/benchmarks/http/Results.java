package dev.cairn.benchmarks.http;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Latencies by kind of request, and answers by status. */
final class Results {
    private static final int DIGITS = 3;
    private static final int FIRST_FAILURE = 300;
    private static final double MICROS = 1_000.0;

    private final Map<String, Histogram> latencies = new TreeMap<>();
    private final Histogram all = new Histogram(DIGITS);
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final long begun = System.nanoTime();

    void add(Exchange exchange) {
        long nanos = System.nanoTime() - exchange.intendedNanos();
        all.recordValue(nanos);
        latencies.computeIfAbsent(exchange.kind(), _ -> new Histogram(DIGITS)).recordValue(nanos);
        statuses.merge(exchange.status(), 1, Integer::sum);
    }

    void print() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%,d answers in %.1f s: %,.0f/s; by status %s%n",
                all.getTotalCount(), seconds, all.getTotalCount() / seconds, statuses);
        System.out.printf(
                "%-8s %10s %10s %10s %10s %10s %10s  (µs)%n", "", "requests", "p50", "p90", "p99", "p99.9", "max");
        latencies.forEach(Results::line);
        line("all", all);
    }

    /** On one line: requests, how many of them failed, then p50, p99 and p99.9 in µs. */
    String figures() {
        long failed = statuses.entrySet().stream()
                .filter(entry -> entry.getKey() >= FIRST_FAILURE)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "%d %d %.0f %.0f %.0f"
                .formatted(
                        all.getTotalCount(),
                        failed,
                        all.getValueAtPercentile(50) / MICROS,
                        all.getValueAtPercentile(99) / MICROS,
                        all.getValueAtPercentile(99.9) / MICROS);
    }

    private static void line(String name, Histogram histogram) {
        System.out.printf(
                "%-8s %,10d %,10.0f %,10.0f %,10.0f %,10.0f %,10.0f%n",
                name,
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50) / MICROS,
                histogram.getValueAtPercentile(90) / MICROS,
                histogram.getValueAtPercentile(99) / MICROS,
                histogram.getValueAtPercentile(99.9) / MICROS,
                histogram.getMaxValue() / MICROS);
    }
}
