package dev.cairn.application.job;

import dev.cairn.application.work.Act;
import dev.cairn.domain.job.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One attempt at a job, as its handler sees it while it runs, and those who want it to stop. Safe for many threads. */
public final class Attempt {
    /** Why it is to stop. */
    public enum Reason {
        /** Somebody wants no more of it: what there is is stored. */
        CANCELLED,
        /** Somebody else has the job, or ended it: what there is is thrown away, but for what an {@link Ending.Done} keeps. */
        LOST,
        /** The server ends: the job is given back. */
        STOPPING
    }

    private final Job job;
    private final Saving saving;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Runnable> stops = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();
    private @Nullable Reason reason;

    /** Stores something unless the job is lost. */
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

    /** Stores something meanwhile, as one slice of something long. When the job is lost, nothing is stored and the attempt is told so. */
    public boolean save(Consumer<Act> change) {
        boolean saved = saving.save(job, change);
        if (!saved) {
            stop(Reason.LOST);
        }
        return saved;
    }

    /** Why it is to stop; null when it is not. */
    public synchronized @Nullable Reason reason() {
        return reason;
    }

    /** What is done to stop it, at most once; at once when it is to stop already. It has to return at once. */
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

    /** Stops it, unless it is to stop already for another reason. */
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

    /** What its handler wants done once its end is stored, or cannot be. */
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
