package dev.cairn.http.queue;

import dev.cairn.application.queue.Sought;
import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.application.queue.WaitingClaims;
import dev.cairn.application.queue.WaitingClaims.Waiter;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.door.Again;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client that may wait for work (Q14). Who left does not get any: nothing is claimed for it any more, and what was claimed just then
 * is given back, unless its Idempotency-Key still gets it.
 */
final class Patience implements Again {
    private final WaitingClaims line;
    private final WaitingClaimService waiting;
    private final Duration longest;
    private final BooleanSupplier gone;
    private @Nullable Caller caller;
    private @Nullable Supplier<Sought> wantedWork;
    private @Nullable Sought sought;
    private Duration wanted = Duration.ZERO;
    private @Nullable Waiter waiter;
    private Instant since = Instant.MIN;
    private Runnable giveBack = () -> {};

    /** @param longest what a request may take */
    Patience(WaitingClaims line, WaitingClaimService waiting, Duration longest, BooleanSupplier gone) {
        this.line = line;
        this.waiting = waiting;
        this.longest = longest;
        this.gone = gone;
    }

    /** There is nothing now: who waits, for what, and how long. */
    void waitsFor(Caller who, Supplier<Sought> what, Duration patience) {
        caller = who;
        wantedWork = what;
        wanted = patience.compareTo(longest) > 0 ? longest : patience;
    }

    /** There is something: what is done with it when nobody is there any more to take it. */
    void took(Runnable undo) {
        giveBack = undo;
    }

    @Override
    public boolean again() {
        if (wanted.isZero() || caller == null || wantedWork == null) {
            return false;
        }
        if (waiter == null || sought == null) {
            sought = wantedWork.get();
            waiter = line.enter(caller.userId(), sought, wanted, gone);
        } else {
            waiter.foundNothing(waiting.nextDue(caller, sought, since));
        }
        boolean mayTry = waiter.awaitTurn();
        since = waiting.now();
        return mayTry;
    }

    @Override
    public void answered(boolean repeatable) {
        if (!repeatable && waiter != null && gone.getAsBoolean()) {
            giveBack.run();
        }
    }

    @Override
    public void close() {
        if (waiter != null) {
            waiter.close();
        }
    }
}
