package dev.cairn.http.queue;

import dev.cairn.application.queue.Attempts;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.Sought;
import dev.cairn.application.queue.Waiting;
import dev.cairn.application.queue.WaitingClaimService;
import dev.cairn.application.queue.WaitingClaims;
import dev.cairn.domain.error.Denied;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.door.Again;
import dev.cairn.http.problem.HttpCode;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One client that may wait for work (Q14). After it has left nothing is claimed for it, and a claim made just then is given
 * back, unless a repetition with its Idempotency-Key still gets it.
 */
final class Patience implements Again {
    private final WaitingClaims line;
    private final WaitingClaimService waiting;
    private final ClaimService claims;
    private final Duration longest;
    private final Waiting client;
    private @Nullable Attempts attempts;
    private Runnable giveBack = () -> {};

    /** @param longest what a request may take */
    Patience(WaitingClaims line, WaitingClaimService waiting, ClaimService claims, Duration longest, Waiting client) {
        this.line = line;
        this.waiting = waiting;
        this.claims = claims;
        this.longest = longest;
        this.client = client;
    }

    /** Begins to wait, as there is nothing now; the patience is cut to the longest. */
    void waitsFor(Caller who, Supplier<Sought> what, Duration patience) {
        if (attempts == null) {
            Duration most = patience.compareTo(longest) > 0 ? longest : patience;
            attempts = new Attempts(waiting, line, who, what, most, client);
        }
    }

    /** Notes the claim, which is released for the next one if the client has left before it is answered. */
    void took(Caller who, Claimed claimed) {
        giveBack = () -> claims.release(
                who, claimed.claim().id(), ClaimUpdate.of(claimed.claim().fencingToken()));
    }

    /** @throws Denied {@code token_invalid} when what it asked with has ended while it waited */
    @Override
    public boolean again() {
        if (attempts == null || attempts.again()) {
            return attempts != null;
        }
        if (attempts.withdrawn()) {
            throw new Denied(HttpCode.TOKEN_INVALID, "The token or session has ended while the claim waited");
        }
        return false;
    }

    @Override
    public void answered(boolean repeatable) {
        if (!repeatable && attempts != null && attempts.waited() && client.gone()) {
            giveBack.run();
        }
    }

    @Override
    public void close() {
        if (attempts != null) {
            attempts.close();
        }
    }
}
