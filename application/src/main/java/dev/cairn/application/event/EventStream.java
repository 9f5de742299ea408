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
 * What one follower has still to be told: at most {@value #BUFFER_MAX} signals. One who does not take them loses them all, and is
 * told so once (E7). Until it has caught up with the log it is told what was, and from then on what happens (E2); one who takes them, but
 * not as fast as they come, catches up with the log again.
 */
public final class EventStream implements AutoCloseable {
    public static final int BUFFER_MAX = 256;
    /** Who has taken something within this time is not too slow, but has much to take. */
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
    /** What was told, or skipped, up to this number. */
    private long told = Long.MIN_VALUE;
    /** What happened, up to this number, while it was catching up. */
    private long missed = Long.MIN_VALUE;

    private boolean live;
    private boolean ended;
    private boolean announced;
    private int overflows;
    private long takenAt = System.nanoTime();

    /**
     * @param asked the project that was asked for; null for all
     * @param leaving what is done when it is closed
     */
    public EventStream(Caller caller, EventRequest wanted, @Nullable Id<Project> asked, Consumer<EventStream> leaving) {
        this.caller = caller;
        this.wanted = wanted;
        this.asked = asked;
        this.only = asked == null ? caller.projectId() : asked;
        this.types = Set.copyOf(wanted.types());
        this.leaving = leaving;
    }

    /** What is called whenever there is something to take, or it has ended; on any thread, and it has to return at once. */
    public void whenReady(Runnable callback) {
        ready = callback;
        callback.run();
    }

    /** The next signal; null when there is none now. */
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

    /** How many signals wait to be taken. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing comes any more: it was closed, or the caller may follow no longer (E9). */
    public boolean isOver() {
        lock.lock();
        try {
            return ended && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Ends it; what was not taken is dropped. */
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

    /** The one project to which it is limited; null for all that the caller sees. */
    @Nullable
    Id<?> only() {
        return only;
    }

    /** The project that was asked for. */
    @Nullable
    Id<Project> asked() {
        return asked;
    }

    /** Nothing is told any more, not even what waited (E9). */
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
     * Of what was, while it is catching up: waits until there is room. Who was live before, and takes nothing for a second, is told that
     * events are missing, and is live again.
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
     * Goes over to what happens, when nothing has happened behind what it has read.
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

    /** Whether it is told what happens, rather than what was. */
    boolean live() {
        lock.lock();
        try {
            return live;
        } finally {
            lock.unlock();
        }
    }

    /** How often it lost what waited. */
    int overflows() {
        lock.lock();
        try {
            return overflows;
        } finally {
            lock.unlock();
        }
    }

    /** What it was told, or has read, so far. */
    long told() {
        lock.lock();
        try {
            return told;
        } finally {
            lock.unlock();
        }
    }

    /** Is told from now on what happens behind this number, whoever reads what was. */
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
     * What happened, in order: takes what it wants of it and its caller may see. Never waits.
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

    /** One that is full is emptied: all that is left to say is that something is missing, once (E7). */
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
