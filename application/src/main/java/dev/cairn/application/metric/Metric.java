package dev.cairn.application.metric;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One figure, of which there are several samples when labels tell them apart.
 *
 * @param name as watchers know it: it ends in its unit, and one that only grows in {@code total}
 * @param help what it says, in one sentence
 */
public record Metric(String name, Kind kind, String help, List<Sample> samples) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** How a watcher reads it. */
    public enum Kind {
        /** Grows from the start of the process on. */
        COUNTER,
        /** What there is now. */
        GAUGE,
        /** How many there were of which size. */
        HISTOGRAM
    }

    /** One value. Labels take their values from lists that do not grow with what is stored. */
    public record Sample(Map<String, String> labels, Value value) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        public static Sample of(String label, String name, long value) {
            return new Sample(Map.of(label, name), Figure.of(value));
        }
    }

    /** What was measured. */
    public sealed interface Value {}

    /** One number. */
    public record Figure(double value) implements Value {
        /** Of a count, which is exact up to 2^53. */
        public static Figure of(long count) {
            return new Figure((double) count);
        }
    }

    /**
     * How many there were up to each bound, and above the one before it.
     *
     * @param bounds growing; what is above the last has a count of its own
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

    /** A length of time. */
    public static Metric seconds(String name, String help, Duration value) {
        double seconds = value.toNanos() / NANOS_PER_SECOND;
        return new Metric(name, Kind.GAUGE, help, List.of(new Sample(Map.of(), new Figure(seconds))));
    }

    public static Metric histogram(String name, String help, Spread value) {
        return new Metric(name, Kind.HISTOGRAM, help, List.of(new Sample(Map.of(), value)));
    }
}
