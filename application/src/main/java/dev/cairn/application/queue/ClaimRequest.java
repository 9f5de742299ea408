package dev.cairn.application.queue;

import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueContent;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the next item.
 *
 * @param agent who will hold it, in its own words; the caller's name when absent
 * @param leaseSeconds how long the claim lives without a heartbeat; the queue's own when absent
 */
public record ClaimRequest(@Nullable String agent, @Nullable Integer leaseSeconds) {
    public static final ClaimRequest DEFAULT = new ClaimRequest(null, null);

    public ClaimRequest {
        agent = Text.optional("agent", agent, Claim.LABEL_MAX);
        leaseSeconds = leaseSeconds == null ? null : QueueContent.checkedLease(leaseSeconds);
    }
}
