package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The holder of a ticket (Q24).
 *
 * @param agent the holder in its own words
 * @param userId the user who claimed; null once the user is gone
 */
public record ClaimedBy(String agent, @Nullable Id<User> userId, Id<?> claimId, Instant leaseUntil) {}
