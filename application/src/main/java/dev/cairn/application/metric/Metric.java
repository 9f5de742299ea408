package dev.cairn.application.metric;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One metric, with one sample for each combination of labels.
 *
 * @param name as watchers know it: it ends in its unit, and one that only grows in {@code total}
 * @param help the meaning, in one sentence
 */
public record Metric(String name, Kind kind, String help, List<Sample> samples) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** The type of a metric, in the terms of monitoring systems. */
    public enum Kind {
        /** A total that grows from the start of the process. */
        COUNTER,
        /** A current value. */
        GAUGE,
        /** A distribution of sizes in buckets. */
        HISTOGRAM
    }

    /** A value with its labels. The set of label values is fixed and does not grow with the stored data. */
    public record Sample(Map<String, String> labels, Value value) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        public static Sample of(String label, String name, long value) {
            return new Sample(Map.of(label, name), Figure.of(value));
        }
    }

    /** The value of a sample. */
    public sealed interface Value {}

    /** A single number. */
    public record Figure(double value) implements Value {
        /** Makes the value of a count, which is exact up to 2^53. */
        public static Figure of(long count) {
            return new Figure((double) count);
        }
    }

    /**
     * The count of observations in each bucket: up to its bound, and above the one before it.
     *
     * @param bounds the upper bounds in ascending order; values above the last have a count of their own
     * @param counts one more than bounds
     * @param sum of all that was measured
     */
    public record Spread(List<Double> bounds, List<Long> counts, double sum) implements Value {
        public Spread {
            bounds = List.copyOf(bounds);
            counts = List.copyOf(counts);
        }
    }

    public Metric {
        samples = List.copyOf(samples);
    }

    public static Metric counter(String name, String help, long value) {
        return new Metric(name, Kind.COUNTER, help, List.of(new Sample(Map.of(), Figure.of(value))));
    }

    public static Metric gauge(String name, String help, long value) {
        return new Metric(name, Kind.GAUGE, help, List.of(new Sample(Map.of(), Figure.of(value))));
    }

    /** Makes a gauge of a duration. */
    public static Metric seconds(String name, String help, Duration value) {
        double seconds = value.toNanos() / NANOS_PER_SECOND;
        return new Metric(name, Kind.GAUGE, help, List.of(new Sample(Map.of(), new Figure(seconds))));
    }

    public static Metric histogram(String name, String help, Spread value) {
        return new Metric(name, Kind.HISTOGRAM, help, List.of(new Sample(Map.of(), value)));
    }
}
