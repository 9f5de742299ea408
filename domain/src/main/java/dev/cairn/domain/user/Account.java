package dev.cairn.domain.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Times;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The login data of a human (R13–R15).
 *
 * @param failedAttempts wrong passwords since the last right one, or since the last lock ended
 */
public record Account(
        Id<User> userId,
        Username username,
        PasswordHash passwordHash,
        int failedAttempts,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        Instant updatedAt) {
    public static final int FAILURES_MAX = 5;
    public static final Duration LOCKED = Duration.ofMinutes(15);

    public static Account create(Id<User> user, Username username, PasswordHash hash, Instant now) {
        return new Account(user, username, hash, 0, null, now, now);
    }

    /** Whether the account is locked at this moment; at {@code lockedUntil} it is not any more. */
    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /**
     * Counts a wrong password; the fifth in a row locks the account. A locked account stays unchanged: its lock is not
     * extended.
     */
    public Account failed(Instant now) {
        if (lockedAt(now)) {
            return this;
        }
        int failures = lockedUntil == null ? failedAttempts + 1 : 1;
        Instant until = failures >= FAILURES_MAX ? now.plus(LOCKED) : null;
        return new Account(userId, username, passwordHash, failures, until, createdAt, Times.after(updatedAt, now));
    }

    /** Forgets earlier failures. */
    public Account succeeded(Instant now) {
        return failedAttempts == 0
                ? this
                : new Account(userId, username, passwordHash, 0, null, createdAt, Times.after(updatedAt, now));
    }

    public Account withPassword(PasswordHash hash, Instant now) {
        return new Account(userId, username, hash, 0, null, createdAt, Times.after(updatedAt, now));
    }
}
