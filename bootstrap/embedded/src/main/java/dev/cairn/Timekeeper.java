package dev.cairn;

import dev.cairn.application.work.Timekeeping;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks every second whether the machine's clock leapt (P5), and whether the lock's file is still there (P11). */
final class Timekeeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Timekeeper.class.getName());
    private static final long EVERY_MILLIS = 1_000;

    private final Timekeeping timekeeping;
    private final Optional<DatabaseLock> lock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cairn-time").factory());

    Timekeeper(Timekeeping timekeeping, Optional<DatabaseLock> lock) {
        this.timekeeping = timekeeping;
        this.lock = lock;
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::keep, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void keep() {
        try {
            lock.ifPresent(DatabaseLock::keep);
            timekeeping.keep();
        } catch (RuntimeException | Error e) { // The timer forgets a task that throws.
            LOG.log(Level.WARNING, "The time could not be looked at and is tried again: " + e.getMessage());
        }
    }

    /** Waits for a look that is running, so that nothing writes after the database is closed. */
    @Override
    public void close() {
        timer.close();
    }
}
