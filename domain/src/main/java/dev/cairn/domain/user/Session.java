package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that lasts (R16).
 *
 * @param lastSeenAt to the minute
 * @param userAgent the client's user agent, shortened
 */
public record Session(
        Id<Session> id,
        Id<User> userId,
        TokenHash tokenHash,
        Instant createdAt,
        Instant expiresAt,
        Instant lastSeenAt,
        @Nullable Instant revokedAt,
        @Nullable String userAgent) {
    public static final Duration LIFE = Duration.ofDays(30);
    public static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    public static final int USER_AGENT_MAX = 200;

    public static Session start(
            Id<Session> id, Id<User> user, TokenHash hash, @Nullable String userAgent, Instant now) {
        return new Session(id, user, hash, now, now.plus(LIFE), now, null, shortened(userAgent));
    }

    /** Whether the session is valid at this moment; at {@code expiresAt} it is not any more. */
    public boolean validAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** Whether the last use was stored at least {@link #SEEN_EVERY} ago, so that it is stored again. */
    public boolean unseenAt(Instant now) {
        return !now.isBefore(lastSeenAt.plus(SEEN_EVERY));
    }

    private static @Nullable String shortened(@Nullable String userAgent) {
        if (userAgent == null) {
            return null;
        }
        StringBuilder shown = new StringBuilder();
        userAgent
                .codePoints()
                .filter(c -> c >= ' ' && c < 127)
                .limit(USER_AGENT_MAX)
                .forEach(shown::appendCodePoint);
        return Text.optional("userAgent", shown.toString(), USER_AGENT_MAX);
    }
}
