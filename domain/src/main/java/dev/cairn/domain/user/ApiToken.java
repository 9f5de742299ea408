package dev.cairn.domain.user;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key for a program that acts for its user (R16, R18).
 *
 * @param projectId the only project it reaches; any that its user reaches when there is none
 * @param prefix the beginning of the token, to tell one from another
 * @param lastUsedAt to the minute
 */
public record ApiToken(
        Id<ApiToken> id,
        Id<User> userId,
        @Nullable Id<?> projectId,
        String name,
        Set<Scope> scopes,
        String prefix,
        TokenHash tokenHash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    public static final int NAME_MAX = 100;
    /** The most tokens of one user that are not revoked. */
    public static final int COUNT_MAX = 100;

    public static final Duration USED_EVERY = Duration.ofMinutes(1);

    public ApiToken {
        name = Text.of("name", name, 1, NAME_MAX);
        scopes = Scope.set(scopes);
        if (scopes.isEmpty()) {
            throw Invalid.of(ErrorCode.REQUIRED, "scopes", "scopes must not be empty");
        }
    }

    /** Whether the token is valid at this moment; at {@code expiresAt} it is not any more. */
    public boolean validAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether the last use was stored at least {@link #USED_EVERY} ago, so that it is stored again. */
    public boolean unusedAt(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USED_EVERY));
    }
}
