package dev.cairn.application.queue;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueContent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The request to claim the next item.
 *
 * @param agent the holder's own name for itself; the caller's name when absent
 * @param leaseSeconds how long the claim lives without a heartbeat; the queue's own when absent
 * @param waitSeconds how long to wait for work when there is none (Q14), for {@link WaitingClaimService}; not at all when absent
 */
public record ClaimRequest(
        @Nullable String agent,
        @Nullable Integer leaseSeconds,
        @Nullable Integer waitSeconds) {
    public static final int WAIT_SECONDS_MAX = 25;
    public static final ClaimRequest DEFAULT = new ClaimRequest(null, null);

    public ClaimRequest {
        agent = Text.optional("agent", agent, Claim.LABEL_MAX);
        leaseSeconds = leaseSeconds == null ? null : QueueContent.checkedLease(leaseSeconds);
        waitSeconds = Limits.optionalRange("waitSeconds", waitSeconds, 0, WAIT_SECONDS_MAX);
    }

    /** Makes a request that is answered at once. */
    public ClaimRequest(@Nullable String agent, @Nullable Integer leaseSeconds) {
        this(agent, leaseSeconds, null);
    }

    public ClaimRequest waiting(int seconds) {
        return new ClaimRequest(agent, leaseSeconds, seconds);
    }

    /** Returns the longest time for which the claim may wait. */
    public Duration patience() {
        return Duration.ofSeconds(waitSeconds == null ? 0 : waitSeconds);
    }
}
