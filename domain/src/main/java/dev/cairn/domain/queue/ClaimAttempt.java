package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of the claim statement (Q2).
 *
 * @param filter of which tickets, or tasks of which tickets, the item is to be (Q22)
 * @param upTo the item comes before this ticket, or beside it, in the order of claims; null means whatever comes first
 * @param itemId the wanted item; null for any
 */
public record ClaimAttempt(
        Id<Queue> queueId,
        Id<Claim> claimId,
        Instant now,
        Instant leaseUntil,
        WorkFilter filter,
        @Nullable Candidate upTo,
        @Nullable Id<QueueItem> itemId) {

    /** Asks for the next item of the queue, whatever it is. */
    public ClaimAttempt(Id<Queue> queueId, Id<Claim> claimId, Instant now, Instant leaseUntil) {
        this(queueId, claimId, now, leaseUntil, WorkFilter.ANY, null, null);
    }

    /** Returns the same attempt for another claim. */
    public ClaimAttempt as(Id<Claim> claim) {
        return new ClaimAttempt(queueId, claim, now, leaseUntil, filter, upTo, itemId);
    }

    public ClaimAttempt among(WorkFilter wanted) {
        return new ClaimAttempt(queueId, claimId, now, leaseUntil, wanted, upTo, itemId);
    }

    public ClaimAttempt upTo(@Nullable Candidate candidate) {
        return new ClaimAttempt(queueId, claimId, now, leaseUntil, filter, candidate, itemId);
    }

    public ClaimAttempt of(Id<QueueItem> item) {
        return new ClaimAttempt(queueId, claimId, now, leaseUntil, filter, upTo, item);
    }
}
