package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import java.time.Instant;

/** What the claim statement needs to know (Q2). */
public record ClaimAttempt(Id<Queue> queueId, Id<Claim> claimId, Instant now, Instant leaseUntil) {}
