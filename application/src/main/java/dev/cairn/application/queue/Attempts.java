package dev.cairn.application.queue;

import dev.cairn.application.queue.WaitingClaims.Waiter;
import dev.cairn.domain.user.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a waiting claim, between which it stands in line (Q14): after an attempt without work, {@link #again}
 * tells whether to try once more, until there is work or the answer is no.
 */
public final class Attempts implements AutoCloseable {
    private final WaitingClaimService service;
    private final WaitingClaims line;
    private final Caller caller;
    private final Supplier<Sought> wanted;
    private final Duration patience;
    private final Waiting who;
    private @Nullable Waiter waiter;
    private @Nullable Sought sought;
    private Instant since = Instant.MIN;
    private boolean withdrawn;

    /**
     * @param wanted returns the sought work; called once, when the waiting begins
     * @param who is told while it waits, and gets no more turns once it has left
     */
    public Attempts(
            WaitingClaimService service,
            WaitingClaims line,
            Caller caller,
            Supplier<Sought> wanted,
            Duration patience,
            Waiting who) {
        this.service = service;
        this.line = line;
        this.caller = caller;
        this.wanted = wanted;
        this.patience = patience;
        this.who = who;
    }

    /**
     * Waits until the claim may try again, outside of any transaction; returns false when its last answer counts, also
     * because the user was deactivated, or the session or token has ended meanwhile.
     *
     * @throws dev.cairn.domain.error.Unavailable {@code busy} when too many wait
     */
    public boolean again() {
        if (patience.isZero()) {
            return false;
        }
        if (waiter == null || sought == null) {
            sought = wanted.get();
            waiter = line.enter(caller.userId(), sought, patience, who);
            who.stillWaits(Duration.ZERO, patience);
        } else {
            waiter.foundNothing(service.nextDue(caller, sought, since));
        }
        boolean hasTurn = waiter.awaitTurn();
        withdrawn = !line.stands(caller);
        since = service.now();
        return hasTurn && !withdrawn;
    }

    /** Whether the user was deactivated, or the session or token has ended, while the claim waited. */
    public boolean withdrawn() {
        return withdrawn;
    }

    /** Whether the claim had to wait, so that its client may have left meanwhile. */
    public boolean waited() {
        return waiter != null;
    }

    /** Leaves the line. */
    @Override
    public void close() {
        if (waiter != null) {
            waiter.close();
        }
    }
}
