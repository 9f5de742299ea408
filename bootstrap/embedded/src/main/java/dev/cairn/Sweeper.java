package dev.cairn;

import dev.cairn.application.job.Jobs;
import dev.cairn.application.job.RetentionHandler;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Unavailable;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes expired leases back in the background (Q9), and from time to time adds the retention job. */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final UseCases services;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cairn-sweeper").factory());

    Sweeper(UseCases services) {
        this.services = services;
    }

    void start(Duration interval) {
        var _ = timer.scheduleWithFixedDelay(
                this::sweep, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        var _ = timer.scheduleWithFixedDelay(
                this::forget, FORGET_EVERY.toMillis(), FORGET_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends imports that died with their process, before anybody is served (I4). */
    void recoverImports() {
        attempt("Ending an unfinished import", () -> services.imports().recover());
    }

    private void sweep() {
        attempt("Taking expired leases back", () -> services.sweeper().sweep(Caller.system()));
        attempt("Ending unfinished imports", () -> services.imports().recover());
    }

    /** Adds the retention job; whichever server comes first runs it. */
    private void forget() {
        attempt(
                "Having what is old forgotten",
                () -> services.get(UnitOfWork.class)
                        .write(
                                Caller.system(),
                                act -> services.get(Jobs.class)
                                        .add(act, JobKind.RETENTION, RetentionHandler.SUBJECT, null)));
    }

    /** Runs some work whose failure holds up neither the other work nor the next time: the timer forgets a task that throws. */
    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            boolean moving = e instanceof Unavailable known && known.code() == ErrorCode.MOVING;
            LOG.log(moving ? Level.DEBUG : Level.WARNING, what + " failed and is tried again", e);
        }
    }

    /** Waits for a sweep that is running, so that nothing writes after the database is closed. */
    @Override
    public void close() {
        timer.close();
    }
}
