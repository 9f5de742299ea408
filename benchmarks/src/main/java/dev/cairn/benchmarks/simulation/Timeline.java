package dev.cairn.benchmarks.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Simulated time: it stands still while something happens, and goes on to when the next thing does. */
final class Timeline extends Clock {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private long number;
    private volatile Instant now = BEGIN;

    /** @param number orders what happens at one time */
    private record Event(Instant at, long number, Runnable what) {}

    /** Has this happen after a while. */
    void in(Duration delay, Runnable what) {
        events.add(new Event(now.plus(delay), number++, what));
    }

    /** Lets everything happen that happens until then. */
    void run(Duration length) {
        Instant end = now.plus(length);
        for (Event next = events.peek(); next != null && !next.at.isAfter(end); next = events.peek()) {
            events.remove();
            now = next.at;
            next.what.run();
        }
        now = end;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
