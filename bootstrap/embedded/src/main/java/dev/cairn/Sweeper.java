package dev.cairn;

import dev.cairn.application.CairnServices;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.user.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes expired leases back in the background (Q9), forgets old idempotent answers, and shortens the log. */
final class Sweeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    private final CairnServices services;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cairn-sweeper").factory());

    Sweeper(CairnServices services) {
        this.services = services;
    }

    void start(Duration interval) {
        var _ = timer.scheduleWithFixedDelay(
                this::sweep, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends imports that died with their process, before anybody is served (I4). */
    void recoverImports() {
        try {
            services.imports().recover(Caller.of(services.localOwner().user()));
        } catch (DomainError e) {
            LOG.log(Level.WARNING, "An unfinished import is ended later", e);
        }
    }

    private void sweep() {
        try {
            Caller caller = Caller.of(services.localOwner().user());
            services.sweeper().sweep(caller);
            services.idempotency().forgetOld();
            services.retention().apply(caller);
            services.imports().recover(caller);
        } catch (DomainError e) {
            LOG.log(Level.WARNING, "Sweeping failed and is tried again", e);
        }
    }

    /** Waits for a sweep that is running, so that nothing writes after the database is closed. */
    @Override
    public void close() {
        timer.close();
    }
}
