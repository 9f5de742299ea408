package dev.cairn.application.queue;

import dev.cairn.domain.queue.Claim;
import java.time.Instant;

/** A live claim, which ends at {@code leaseUntil} unless a heartbeat renews it. */
public record HeldClaim(Claim claim, Instant leaseUntil) {}
