package dev.cairn.sqlite;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/** Counts the writes of one file since it was opened. */
public final class WriteCounts {
    /** Operations that were committed together, up to each of these. */
    public static final List<Integer> GROUPS = List.of(1, 2, 4, 8, 16, 32, 64, 128, GroupCommit.OPERATIONS_MAX);
    /** Microseconds that an operation waited for its turn, up to each of these. */
    public static final List<Long> WAITS_MICROS = List.of(100L, 1_000L, 10_000L, 100_000L, 1_000_000L, 10_000_000L);

    private final AtomicLongArray groups = new AtomicLongArray(GROUPS.size() + 1);
    private final AtomicLongArray waits = new AtomicLongArray(WAITS_MICROS.size() + 1);
    private final LongAdder stored = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();

    void began(long nanos) {
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        waits.incrementAndGet(
                (int) WAITS_MICROS.stream().filter(most -> micros > most).count());
        waitedNanos.add(nanos);
    }

    void committed(int operations) {
        groups.incrementAndGet(
                (int) GROUPS.stream().filter(most -> operations > most).count());
        stored.add(operations);
    }

    void failed() {
        failed.increment();
    }

    /** Operations that were stored. */
    public long stored() {
        return stored.sum();
    }

    /** Operations that were not, or not certainly, though the caller did nothing wrong. */
    public long failures() {
        return failed.sum();
    }

    /** Returns the nanoseconds that all operations together have waited. */
    public long waitedNanos() {
        return waitedNanos.sum();
    }

    /** Returns the number of commits for each size in {@link #GROUPS}, and above. */
    public List<Long> groups() {
        return list(groups);
    }

    /** Returns the number of operations for each wait in {@link #WAITS_MICROS}, and longer. */
    public List<Long> waits() {
        return list(waits);
    }

    private static List<Long> list(AtomicLongArray counts) {
        return LongStream.range(0, counts.length())
                .mapToObj(i -> counts.get((int) i))
                .toList();
    }
}
