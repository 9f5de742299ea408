package dev.cairn.benchmarks.peers;

import java.util.Arrays;

/** The durations of a run in microseconds, and the checksum of its answers. */
record Timing(int n, double median, double p99, int checksum) {
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double P99 = 0.99;

    static Timing of(long[] nanos, int checksum) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return new Timing(
                n, sorted[n / 2] / NANOS_PER_MICRO, sorted[(int) ((n - 1) * P99)] / NANOS_PER_MICRO, checksum);
    }

    String json() {
        return "{\"n\":%d,\"median\":%.3f,\"p99\":%.3f,\"checksum\":%d}".formatted(n, median, p99, checksum);
    }
}
