package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets only so many writes of this server run at once as do not keep each other from committing. PostgreSQL finds conflicts by pages of
 * indexes, so that even claims of different queues meet, and sixteen at once get less done than two. Each write that loses lowers the
 * number by a part of it, each other one raises it, by one in all for as many as run at once (AIMD, as TCP does). Correctness never
 * needs it.
 */
final class InFlight {
    private static final double FEWEST = 2;
    /** Of what is left after a write that lost. Measured: docs/PERFORMANCE.md. */
    private static final double KEPT = 0.5;

    private final double most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private double limit;
    private int running;

    InFlight(int most) {
        this.most = most;
        this.limit = most;
    }

    /**
     * Waits for a place, which goes back by {@link #leave}.
     *
     * @param deadline in nanoseconds of {@link System#nanoTime}
     * @throws Unavailable {@code busy} after the deadline
     */
    void enter(long deadline) {
        lock.lock();
        try {
            while (running >= (int) limit) {
                long rest = deadline - System.nanoTime();
                if (rest <= 0) {
                    throw new Unavailable(ErrorCode.BUSY, "Too many writes at once", null);
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

    /** @param lost whether others were the reason that it did not commit */
    void leave(boolean lost) {
        lock.lock();
        try {
            running--;
            limit = lost ? Math.max(FEWEST, limit * KEPT) : Math.min(most, limit + 1 / limit);
            for (int free = (int) limit - running; free > 0; free--) {
                room.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many may run at once now. */
    int limit() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }
}
