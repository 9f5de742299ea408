package dev.cairn.persistence.jdbc;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One write's place among the writes of this server. Each thing it concerns has a lane; a write that finds a lane taken
 * starts again once it is free, and so reads the result of the one before. All lanes are taken before an attempt begins, in
 * one order, or at once: nobody waits for a lane with a transaction open.
 */
final class Turn {
    /** The number of lanes: many more than connections, so that different things seldom share one. */
    private static final int LANES = 1_024;
    /** A write that lost this often goes one by one with all others that did. */
    private static final int FAILURES_MAX = 4;

    private static final int LAST_LANE = LANES;

    /** The lanes of one server. */
    static final class Lanes {
        private final ReentrantLock[] all = new ReentrantLock[LANES + 1];

        Lanes() {
            for (int i = 0; i < all.length; i++) {
                all[i] = new ReentrantLock(true);
            }
        }
    }

    /** Ends an attempt because another write has this turn; it begins anew. */
    static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken() {
            super("Another write of this server goes first", null, false, false);
        }
    }

    private final Lanes lanes;
    private final TreeSet<Integer> wanted = new TreeSet<>();
    private final TreeSet<Integer> touched = new TreeSet<>();
    private final Deque<ReentrantLock> held = new ArrayDeque<>();
    private int failures;

    Turn(Lanes lanes) {
        this.lanes = lanes;
    }

    /**
     * Waits for everything that earlier attempts were about.
     *
     * @throws Unavailable {@code busy} after the deadline, in nanoseconds of {@link System#nanoTime}
     */
    void await(long deadline) {
        for (int lane : wanted) {
            ReentrantLock lock = lanes.all[lane];
            try {
                if (!lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    throw new Unavailable(ErrorCode.BUSY, "Too many writes are about the same", null);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unavailable(ErrorCode.BUSY, "Interrupted while waiting to write", null);
            }
            held.push(lock);
        }
    }

    /** @throws Taken when another write has this turn */
    void take(Object thing) {
        int lane = lane(thing);
        ReentrantLock lock = lanes.all[lane];
        if (lock.isHeldByCurrentThread()) {
            return;
        }
        wanted.add(lane);
        if (lock.hasQueuedThreads() || !lock.tryLock()) {
            throw new Taken();
        }
        held.push(lock);
    }

    void touch(Object thing) {
        touched.add(lane(thing));
    }

    /** Notes that the attempt lost against another one. */
    void lost() {
        failures++;
        wanted.addAll(touched);
        if (failures >= FAILURES_MAX) {
            wanted.add(LAST_LANE);
        }
    }

    /** Ends the attempt. */
    void end() {
        while (!held.isEmpty()) {
            held.pop().unlock();
        }
        touched.clear();
    }

    private static int lane(Object thing) {
        int hash = thing.hashCode() * 0x9E3779B9;
        return (hash >>> 16) % LANES;
    }
}
