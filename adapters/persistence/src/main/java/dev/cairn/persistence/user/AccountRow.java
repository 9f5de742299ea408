package dev.cairn.persistence.user;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Account;
import dev.cairn.domain.user.PasswordHash;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.Username;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code accounts}. */
@MappedEntity("accounts")
@Index(name = "accounts_username", on = "username_key", unique = true)
@Taken(index = "accounts_username", code = ErrorCode.USERNAME_TAKEN, message = "This username belongs to somebody else")
record AccountRow(
        @io.micronaut.data.annotation.Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        @Length(min = Username.LENGTH_MIN, max = Username.LENGTH_MAX)
        String username,

        String usernameKey,
        String passwordHash,
        @Range(min = 0) int failedAttempts,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        Instant updatedAt) {
    static AccountRow of(Account account) {
        return new AccountRow(
                account.userId().value(),
                account.username().value(),
                account.username().key(),
                account.passwordHash().value(),
                account.failedAttempts(),
                account.lockedUntil(),
                account.createdAt(),
                account.updatedAt());
    }

    Account toDomain() {
        return new Account(
                new Id<>(userId),
                new Username(username),
                new PasswordHash(passwordHash),
                failedAttempts,
                lockedUntil,
                createdAt,
                updatedAt);
    }
}
