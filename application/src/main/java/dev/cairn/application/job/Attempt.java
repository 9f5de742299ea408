package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import dev.cairn.domain.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One attempt at a job, for its handler and for those that stop it. Thread-safe. */
public final class Attempt {
    /** The reason to stop an attempt. */
    public enum Reason {
        /** The job was cancelled by a user; the result so far is stored. */
        CANCELLED,
        /**
         * The job was claimed by another runner or has ended; the result is dropped, except for what an
         * {@link Ending.Done} keeps.
         */
        LOST,
        /** The server stops; the job is made ready again. */
        STOPPING
    }

    private final Job job;
    private final Saving saving;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Runnable> stops = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private @Nullable Reason reason;

    /** Stores a change unless the job is lost. */
    interface Saving {
        boolean save(Job job, Consumer<Act> change);
    }

    Attempt(Job job, Saving saving) {
        this.job = job;
        this.saving = saving;
    }

    public Job job() {
        return job;
    }

    /** Stores an intermediate change as one slice. When the job is lost, stores nothing, stops the attempt and returns false. */
    public boolean save(Consumer<Act> change) {
        boolean saved = saving.save(job, change);
        if (!saved) {
            stop(Reason.LOST);
        }
        return saved;
    }

    /** Returns the reason to stop; null while there is none. */
    public synchronized @Nullable Reason reason() {
        return reason;
    }

    /**
     * Registers an action that stops the work. It runs at most once, at once if the attempt is stopped already, and
     * must return at once.
     */
    public void onStop(Runnable stop) {
        boolean now;
        synchronized (this) {
            now = reason != null;
            if (!now) {
                stops.add(stop);
            }
        }
        if (now) {
            stop.run();
        }
    }

    /** Stops the attempt, unless it was stopped for another reason before. */
    void stop(Reason why) {
        List<Runnable> told;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            told = List.copyOf(stops);
        }
        told.forEach(Runnable::run);
    }

    /** Registers an action for when the job's end is stored, or cannot be. */
    public synchronized void onEnd(Runnable end) {
        ends.add(end);
    }

    void ended() {
        List<Runnable> told;
        synchronized (this) {
            told = List.copyOf(ends);
        }
        told.forEach(Runnable::run);
        over.countDown();
    }

    CountDownLatch over() {
        return over;
    }
}
