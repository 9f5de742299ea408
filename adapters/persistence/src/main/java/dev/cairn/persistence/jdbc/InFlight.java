package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets only so many writes of this server run at once as do not keep each other from committing. PostgreSQL finds conflicts by pages of
 * indexes, so that even claims of different queues meet, and sixteen at once get less done than two. Each write that loses lowers the
 * number by a part of it, each one that commits raises it, by one in all for as many as run at once (AIMD, as TCP does). Correctness
 * never needs it: where nobody gives a place back for a while, those who have them wait for something else, a locked row for example,
 * and nobody waits for them.
 */
final class InFlight {
    private static final double FEWEST = 2;
    /** The factor for the limit after a write that lost. Measured: docs/PERFORMANCE.md. */
    private static final double KEPT = 0.5;

    /** The outcome of a write that had a place. */
    enum Ending {
        COMMITTED,
        /** Did not commit, because of a conflict with other writes. */
        LOST,
        /** Gave way, was refused, or found no database, which says nothing about the limit. */
        OTHER
    }

    private final double most;
    private final long standstillNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private double limit;
    private int running;
    private long givenBack = System.nanoTime();

    /** @param standstill who waits goes on without a place when none was given back for this long */
    InFlight(int most, Duration standstill) {
        this.most = most;
        this.standstillNanos = standstill.toNanos();
        this.limit = most;
    }

    /**
     * Waits for a place, which goes back by {@link #leave}.
     *
     * @throws Unavailable {@code busy} when interrupted
     */
    void enter() {
        lock.lock();
        try {
            long began = System.nanoTime();
            while (running >= (int) limit) {
                long rest = standstillNanos - (System.nanoTime() - Math.max(began, givenBack));
                if (rest <= 0) {
                    break;
                }
                room.awaitNanos(rest);
            }
            running++;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(ErrorCode.BUSY, "Interrupted while waiting to write", null);
        } finally {
            lock.unlock();
        }
    }

    void leave(Ending ending) {
        lock.lock();
        try {
            running--;
            givenBack = System.nanoTime();
            limit = switch (ending) {
                case COMMITTED -> Math.min(most, limit + 1 / limit);
                case LOST -> Math.max(FEWEST, limit * KEPT);
                case OTHER -> limit;
            };
            for (int free = (int) limit - running; free > 0; free--) {
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many writes may run at once now. */
    int limit() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }
}
