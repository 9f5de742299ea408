package dev.cairn.application.event;

import dev.cairn.application.event.Signal.Happened;
import dev.cairn.application.event.Signal.Hello;
import dev.cairn.application.event.Signal.Live;
import dev.cairn.application.event.Signal.Reason;
import dev.cairn.application.event.Signal.Resync;
import dev.cairn.domain.activity.Event;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The buffer of one follower, of at most {@value #BUFFER_MAX} signals. A follower that does not take them loses them
 * all and gets one resync (E7). Until it has caught up with the log it gets past events, then new ones (E2); one that
 * takes them, but too slowly, catches up with the log again.
 */
public final class EventStream implements AutoCloseable {
    public static final int BUFFER_MAX = 256;
    /** The time after its last take within which a follower counts as busy and not as too slow. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Caller caller;
    private final EventRequest wanted;
    private final @Nullable Id<Project> asked;
    private final @Nullable Id<?> only;
    private final Set<String> types;
    private final Consumer<EventStream> leaving;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Signal> waiting = new ArrayDeque<>();
    private volatile Runnable ready = () -> {};
    /** The number up to which events were sent or skipped. */
    private long told = Long.MIN_VALUE;
    /** The number up to which events happened while the stream was catching up. */
    private long missed = Long.MIN_VALUE;

    private boolean live;
    private boolean ended;
    private boolean announced;
    private int overflows;
    private long takenAt = System.nanoTime();

    /**
     * @param asked the project to follow; null for all
     * @param leaving the action on closing
     */
    public EventStream(Caller caller, EventRequest wanted, @Nullable Id<Project> asked, Consumer<EventStream> leaving) {
        this.caller = caller;
        this.wanted = wanted;
        this.asked = asked;
        this.only = asked == null ? caller.projectId() : asked;
        this.types = Set.copyOf(wanted.types());
        this.leaving = leaving;
    }

    /** Sets a callback for when a signal is available or the stream has ended. It runs on any thread and must return at once. */
    public void whenReady(Runnable callback) {
        ready = callback;
        callback.run();
    }

    /** Takes the next signal; null when none is available. */
    public @Nullable Signal poll() {
        lock.lock();
        try {
            Signal next = waiting.poll();
            takenAt = next == null ? takenAt : System.nanoTime();
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the next signal.
     *
     * @return null when there was none for so long, or it has ended
     * @throws InterruptedException when the thread is told to stop
     */
    public @Nullable Signal poll(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (waiting.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return poll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number of signals in the buffer. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the stream has ended: it was closed, or the caller may follow no longer (E9). */
    public boolean isOver() {
        lock.lock();
        try {
            return ended && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the stream and drops its buffer. */
    @Override
    public void close() {
        leaving.accept(this);
        end();
    }

    Caller caller() {
        return caller;
    }

    EventRequest wanted() {
        return wanted;
    }

    /** Returns the one project to which the caller's credential is limited; null for none. */
    @Nullable
    Id<?> only() {
        return only;
    }

    /** Returns the project that was asked for; null for all. */
    @Nullable
    Id<Project> asked() {
        return asked;
    }

    /** Ends the stream without sending the buffer (E9). */
    void end() {
        lock.lock();
        try {
            ended = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        ready.run();
    }

    /**
     * Adds a past event while the stream is catching up; waits while the buffer is full. A follower that was live
     * before and takes nothing for a second gets a resync instead, and is live again.
     *
     * @return false when it has ended, or is live
     */
    boolean put(Signal signal) throws InterruptedException {
        boolean full;
        lock.lock();
        try {
            long left = PATIENCE_NANOS;
            while (waiting.size() >= BUFFER_MAX && !ended && left > 0) {
                if (announced) {
                    var _ = changed.awaitNanos(left);
                    left = takenAt + PATIENCE_NANOS - System.nanoTime();
                } else {
                    changed.await();
                }
            }
            full = waiting.size() >= BUFFER_MAX;
            if (full && !ended) {
                told = Math.max(told, missed);
                overflow(told);
                live = true;
            } else if (!ended) {
                waiting.add(signal);
            }
            changed.signalAll();
            full |= ended;
        } finally {
            lock.unlock();
        }
        ready.run();
        return !full;
    }

    /**
     * Goes live when no event has happened behind what was read.
     *
     * @param top how far the log was read
     */
    boolean join(long top) {
        lock.lock();
        try {
            told = top;
            live = missed <= top;
            if (live && !ended && !announced) {
                announced = true;
                waiting.add(new Live());
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
        ready.run();
        return live;
    }

    /** Whether the stream sends new events, rather than past ones. */
    boolean live() {
        lock.lock();
        try {
            return live;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how often the buffer was dropped because it was full. */
    int overflows() {
        lock.lock();
        try {
            return overflows;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the number up to which events were sent, skipped or read. */
    long told() {
        lock.lock();
        try {
            return told;
        } finally {
            lock.unlock();
        }
    }

    /** Goes live behind this number; past events are read elsewhere. */
    void goLive(long after) {
        lock.lock();
        try {
            live = true;
            told = after;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Adds new events, in order, that the follower wants and its caller may see. Never waits.
     *
     * @return false when it has no room, though it was taking what there was just now: it is to catch up with the log
     */
    boolean happened(List<Event> events, Audience audience) {
        long newest = events.getLast().seq();
        boolean some = false;
        lock.lock();
        try {
            if (!live || ended) {
                missed = newest;
                return true;
            }
            for (Event event : events) {
                if (event.seq() > told && wants(event) && audience.sees(caller.userId(), event)) {
                    if (waiting.size() >= BUFFER_MAX && System.nanoTime() - takenAt < PATIENCE_NANOS) {
                        live = false;
                        missed = newest;
                        return false;
                    }
                    add(event);
                    some = true;
                }
                told = Math.max(told, event.seq());
            }
        } finally {
            changed.signalAll();
            lock.unlock();
            if (some) {
                ready.run();
            }
        }
        return true;
    }

    private void add(Event event) {
        if (waiting.size() < BUFFER_MAX) {
            waiting.add(new Happened(event));
        } else {
            overflow(event.seq());
        }
    }

    /** Replaces a full buffer by one resync (E7). */
    private void overflow(long newest) {
        overflows++;
        Signal first = waiting.getFirst();
        waiting.clear();
        if (first instanceof Hello) {
            waiting.add(first);
        }
        waiting.add(new Resync(Reason.TOO_SLOW, newest));
    }

    private boolean wants(Event event) {
        return (types.isEmpty() || types.contains(event.type())) && (only == null || only.equals(event.project()));
    }
}
