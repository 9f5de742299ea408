package dev.cairn.application.queue;

import dev.cairn.application.event.EventDispatcher;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The line of waiting claims (Q14). When work may have become claimable, the waiters for it are called. Waiters for the
 * same work try one after the other in the order of their arrival, and do not hold up waiters for other work. When one
 * finds nothing, the call ends for all waiters for the same work: of a thousand that wait for one item, two try.
 */
public final class WaitingClaims {
    /** The most claims that wait in this server. */
    public static final int WAITERS_MAX = 1_000;
    /** The most waiting claims of one user. */
    public static final int WAITERS_PER_USER_MAX = 200;
    /** The most waiters that try at the same time, each for different work, because an attempt takes a connection. */
    static final int TURNS_MAX = 8;
    /** The interval at which a waiter is told that it still waits. */
    private static final long TELL_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final EventDispatcher dispatcher;
    private final UnitOfWork work;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Waiter> line = new ArrayList<>();
    /** The waiter whose turn it is, by the sought work. */
    private final Map<Object, Waiter> turns = new HashMap<>();
    /** The number of calls so far, by which calls are ordered. */
    private long calls;

    public WaitingClaims(EventDispatcher dispatcher, UnitOfWork work) {
        this.dispatcher = dispatcher;
        this.work = work;
    }

    /**
     * Adds a waiter to the line and calls it at once, because nothing else reports work that became claimable before.
     *
     * @param who is told while it waits
     * @throws Unavailable {@code busy} when too many wait
     */
    public Waiter enter(Id<User> user, Sought sought, Duration patience, Waiting who) {
        Waiter waiter = new Waiter(user, sought, patience, who);
        lock.lock();
        try {
            long ofUser = line.stream().filter(other -> other.user.equals(user)).count();
            if (line.size() >= WAITERS_MAX || ofUser >= WAITERS_PER_USER_MAX) {
                throw new Unavailable(
                        ErrorCode.BUSY,
                        "Too many wait for work already (%d of all, %d of one user): ask again later"
                                .formatted(WAITERS_MAX, WAITERS_PER_USER_MAX),
                        null);
            }
            line.add(waiter);
        } finally {
            lock.unlock();
        }
        boolean watches = false;
        try {
            dispatcher.add(waiter);
            watches = true;
        } finally {
            if (!watches) {
                waiter.close();
            }
        }
        callAll(sought);
        return waiter;
    }

    /** Returns the number of waiters. */
    public int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the caller's session or token is still valid. */
    boolean stands(Caller caller) {
        return dispatcher.stands(caller);
    }

    /** Calls all waiters for this work; of those that seek the same, the first in the line tries first. */
    private void callAll(Sought sought) {
        lock.lock();
        try {
            calls++;
            line.stream().filter(waiter -> waiter.seeks(sought)).forEach(waiter -> waiter.calledAt = calls);
            grant();
        } finally {
            lock.unlock();
        }
    }

    private void grant() {
        for (Waiter waiter : line) {
            if (turns.size() >= TURNS_MAX) {
                return;
            }
            if (waiter.calledAt > 0 && !turns.containsKey(waiter.sought.what())) {
                Waiter first = firstLike(waiter);
                turns.put(first.sought.what(), first);
                first.changed.signal();
            }
        }
    }

    /** Returns the first waiter in the line for the same work, also if it has tried before. */
    private Waiter firstLike(Waiter called) {
        return line.stream()
                .filter(waiter -> waiter.seeks(called.sought))
                .findFirst()
                .orElse(called);
    }

    /** A claim that waits in the line. */
    public final class Waiter implements EventDispatcher.Watcher, AutoCloseable {
        private final Id<User> user;
        private final Sought sought;
        private final long end;
        private final Duration patience;
        private final Waiting who;
        private final Condition changed = lock.newCondition();
        private long calledAt;
        private long triedAt;
        private volatile @Nullable Instant due;

        private Waiter(Id<User> user, Sought sought, Duration patience, Waiting who) {
            this.user = user;
            this.sought = sought;
            this.patience = patience;
            this.end = System.nanoTime() + patience.toNanos();
            this.who = who;
        }

        /** Waits for the waiter's turn; returns false, without a turn, when the time is over or the client has left. */
        public boolean awaitTurn() {
            long left = end - System.nanoTime();
            while (!hasTurnOrIsOver(Math.min(left, TELL_NANOS)) && left > 0) {
                left = end - System.nanoTime();
                who.stillWaits(patience.minusNanos(Math.max(0, left)), patience);
            }
            lock.lock();
            try {
                triedAt = calls;
                return hasTurn() && !isOver() && !Thread.currentThread().isInterrupted();
            } finally {
                lock.unlock();
            }
        }

        /** Waits at most this long for the turn or the end. */
        private boolean hasTurnOrIsOver(long nanos) {
            lock.lock();
            try {
                long left = nanos;
                while (!hasTurn() && left > 0 && !isOver()) {
                    left = changed.awaitNanos(left);
                }
                return hasTurn() || isOver();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            } finally {
                lock.unlock();
            }
        }

        /**
         * Reports an attempt without work: others for the same work need not try until something happens.
         *
         * @param next when time alone may make something claimable
         */
        public void foundNothing(@Nullable Instant next) {
            lock.lock();
            try {
                line.stream()
                        .filter(waiter -> waiter.seeks(sought) && waiter.calledAt <= triedAt)
                        .forEach(waiter -> {
                            waiter.calledAt = 0;
                            waiter.due = next;
                        });
                pass();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void happened(List<Event> events) {
            if (events.stream().anyMatch(sought::mayComeOf)) {
                call();
            }
        }

        @Override
        public void timePasses() {
            Instant moment = due;
            if (moment != null && !work.now().isBefore(moment)) {
                due = null;
                call();
            } else if (isOver()) {
                lock.lock();
                try {
                    changed.signal();
                } finally {
                    lock.unlock();
                }
            }
        }

        /** Leaves the line and gives up the turn. */
        @Override
        public void close() {
            dispatcher.remove(this);
            lock.lock();
            try {
                line.remove(this);
                pass();
            } finally {
                lock.unlock();
            }
        }

        private void call() {
            lock.lock();
            try {
                calls++;
                calledAt = calls;
                grant();
            } finally {
                lock.unlock();
            }
        }

        private void pass() {
            if (hasTurn()) {
                turns.remove(sought.what());
                grant();
            }
        }

        private boolean hasTurn() {
            return turns.get(sought.what()) == this;
        }

        private boolean seeks(Sought other) {
            return sought.what().equals(other.what());
        }

        private boolean isOver() {
            return who.gone() || dispatcher.stopped();
        }
    }
}
