package dev.cairn.application.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of a server: it follows the wall clock, and never runs backwards (P5). While the wall clock is behind what was
 * told last, time advances by the monotonic clock. When the wall clock leaps ahead of the monotonic one (a laptop slept,
 * somebody set the clock), time goes on as if nothing had happened until {@link #follow} is told to: leases are
 * extended before.
 */
public final class SteadyClock extends Clock {
    /** The smallest difference that counts as a leap; a smaller one is a clock correction. */
    public static final Duration LEAP_LEAST = Duration.ofSeconds(5);

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private final boolean shares;
    private final AtomicReference<Told> told;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile @Nullable Told shared;

    /** A time, with the reading of the monotonic clock at it. */
    private record Told(Instant time, long nanos) {
        Instant at(long now) {
            return time.plusNanos(now - nanos);
        }
    }

    /** The distance by which the wall clock is ahead of the server's time. */
    public record Leap(Instant from, Instant to) {
        public Duration length() {
            return Duration.between(from, to);
        }
    }

    private SteadyClock(InstantSource wall, LongSupplier nanoTime, boolean shares) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.shares = shares;
        this.told = new AtomicReference<>(new Told(wall.instant(), nanoTime.getAsLong()));
    }

    /** Makes the clock of a machine; several servers on one database take the database's time instead, which they share. */
    public static SteadyClock ofMachine(InstantSource wall, LongSupplier nanoTime) {
        return new SteadyClock(wall, nanoTime, true);
    }

    /**
     * Makes a clock that follows no other than this wall clock.
     *
     * @param nanoTime nanoseconds that only ever grow; they stand still while the machine sleeps
     */
    public static SteadyClock of(InstantSource wall, LongSupplier nanoTime) {
        return new SteadyClock(wall, nanoTime, false);
    }

    @Override
    public Instant instant() {
        return told.updateAndGet(this::next).time();
    }

    private Told next(Told before) {
        long now = nanoTime.getAsLong();
        Instant steady = before.at(now);
        Instant seen = seen(now);
        boolean follows = !seen.isBefore(before.time()) && !leapt(steady, seen);
        return new Told(follows ? seen : steady, now);
    }

    private Instant seen(long now) {
        Told common = shared;
        return common == null ? wall.instant() : common.at(now);
    }

    private static boolean leapt(Instant steady, Instant seen) {
        return seen.isAfter(steady.plus(LEAP_LEAST));
    }

    /** Returns a leap that the clock has not followed yet. */
    Optional<Leap> leap() {
        Told last = told.updateAndGet(this::next);
        Instant seen = seen(last.nanos());
        return leapt(last.time(), seen) ? Optional.of(new Leap(last.time(), seen)) : Optional.empty();
    }

    /** Follows a leap from now on. */
    void follow(Leap leap) {
        told.updateAndGet(before -> {
            long now = nanoTime.getAsLong();
            Instant leapt = before.at(now).plus(leap.length());
            return new Told(leapt, now);
        });
    }

    /** Moves time on to this moment when it has not come so far; does not ask {@link #leap}. */
    void notBefore(Instant moment) {
        told.updateAndGet(before -> {
            Told next = next(before);
            return next.time().isBefore(moment) ? new Told(moment, next.nanos()) : next;
        });
    }

    /** Starts at the wall clock's time, unless it has started before; no time that it gave earlier was stored. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            long now = nanoTime.getAsLong();
            told.set(new Told(seen(now), now));
        }
    }

    /** Whether the clock takes the time of a database that several servers share. */
    boolean shares() {
        return shares;
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Sets the shared time at this reading of the monotonic clock. */
    void share(Instant time, long nanos) {
        shared = new Told(time, nanos);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.fixed(instant(), zone);
    }
}
