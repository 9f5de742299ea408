package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code sessions}. */
@MappedEntity("sessions")
@Index(name = "sessions_token", on = "token_hash", unique = true)
@Index(name = "sessions_expiry", on = "expires_at")
record SessionRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        @Length(min = TokenHash.LENGTH, max = TokenHash.LENGTH)
        String tokenHash,

        Instant createdAt,
        Instant expiresAt,
        Instant lastSeenAt,
        @Nullable Instant revokedAt,

        @Length(min = 1, max = Session.USER_AGENT_MAX) @Nullable
        String userAgent) {
    static SessionRow of(Session session) {
        return new SessionRow(
                session.id().value(),
                session.userId().value(),
                session.tokenHash().value(),
                session.createdAt(),
                session.expiresAt(),
                session.lastSeenAt(),
                session.revokedAt(),
                session.userAgent());
    }

    Session toDomain() {
        return new Session(
                new Id<>(id),
                new Id<>(userId),
                new TokenHash(tokenHash),
                createdAt,
                expiresAt,
                lastSeenAt,
                revokedAt,
                userAgent);
    }
}
