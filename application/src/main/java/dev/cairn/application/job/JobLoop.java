package dev.cairn.application.job;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The thread that waits for jobs: until it is woken, until the next job is due, and for a few seconds at most (L20). It
 * skips the look when no other process writes and nothing was stored since the last one.
 */
final class JobLoop implements AutoCloseable {
    private static final Logger LOG = System.getLogger(JobLoop.class.getName());
    private static final Duration POLL_ALONE = Duration.ofSeconds(5);
    private static final Duration POLL_SHARED = Duration.ofSeconds(1);

    private final BooleanSupplier begin;
    private final JobEnds ends;
    private final UnitOfWork work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean closed;
    private @Nullable Thread thread;
    /** The store's stamp at the last look, and the time at which the next job was due then. */
    private OptionalLong seen = OptionalLong.empty();

    private Instant due = Instant.MIN;

    JobLoop(BooleanSupplier begin, JobEnds ends, UnitOfWork work) {
        this.begin = begin;
        this.ends = ends;
        this.work = work;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("cairn-jobs").start(this::run);
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        boolean hopeful = true;
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = await(hopeful);
                hopeful = goesOn && look();
            } catch (RuntimeException | Error e) { // Also one that memory was missing for: nobody else looks for jobs.
                hopeful = false;
                LOG.log(level(e), "Jobs could not be looked for and are looked for again: " + e.getMessage());
            }
        }
    }

    /**
     * Returns the level for logging a failure. A database that is being moved refuses all writes, which is not worth a
     * warning each time.
     */
    private static Level level(Throwable failure) {
        return failure instanceof Unavailable known && known.code() == ErrorCode.MOVING ? Level.DEBUG : Level.WARNING;
    }

    /** Begins due jobs; returns whether the time of the next one is known. */
    private boolean look() {
        OptionalLong stamp = work.stamp();
        if (stamp.isPresent() && stamp.equals(seen) && due.isAfter(ends.now())) {
            return true;
        }
        seen = OptionalLong.empty();
        Optional<Instant> next = ends.nextDue();
        if (next.isPresent() && !next.get().isAfter(ends.now())) {
            boolean some = begin.getAsBoolean();
            due = Instant.MIN;
            return some;
        }
        due = next.orElse(Instant.MAX);
        seen = stamp;
        return true;
    }

    /**
     * Waits for the next look; false when there is none.
     *
     * @param hopeful false when something is due that may not run yet: only time, or the end of another, changes that
     */
    private boolean await(boolean hopeful) {
        lock.lock();
        try {
            long left = hopeful ? patience() : poll().toNanos();
            while (!woken && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private long patience() {
        Duration poll = poll();
        Instant now = ends.now();
        if (due.isAfter(now.plus(poll))) {
            return poll.toNanos();
        }
        return due.isAfter(now) ? Duration.between(now, due).plusMillis(1).toNanos() : 0;
    }

    private Duration poll() {
        return work.alone() ? POLL_ALONE : POLL_SHARED;
    }

    /** Waits for a running look, so that no job begins after the close. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Thread running = thread;
        if (running != null && running != Thread.currentThread()) {
            try {
                var _ = running.join(Duration.ofSeconds(TimeUnit.MINUTES.toSeconds(1)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
