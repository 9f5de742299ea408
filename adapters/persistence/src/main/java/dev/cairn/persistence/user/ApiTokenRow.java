package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.Scope;
import dev.cairn.domain.user.Token;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_tokens}. */
@MappedEntity("api_tokens")
@Index(name = "api_tokens_token", on = "token_hash", unique = true)
@Index(name = "api_tokens_user", on = "user_id, created_at, id")
record ApiTokenRow(
        @io.micronaut.data.annotation.Id long id,

        @References(value = User.class, onDelete = OnDelete.CASCADE)
        long userId,

        @References(value = Project.class, onDelete = OnDelete.CASCADE) @Nullable
        Long projectId,

        @Length(min = 1, max = ApiToken.NAME_MAX) String name,
        @Json String scopes,

        @Length(min = Token.PREFIX_LENGTH, max = Token.PREFIX_LENGTH)
        String prefix,

        @Length(min = TokenHash.LENGTH, max = TokenHash.LENGTH)
        String tokenHash,

        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {
    static ApiTokenRow of(ApiToken token) {
        return new ApiTokenRow(
                token.id().value(),
                token.userId().value(),
                token.projectId() == null ? null : token.projectId().value(),
                token.name(),
                JsonLists.write(token.scopes().stream().map(Scope::name).toList()),
                token.prefix(),
                token.tokenHash().value(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt(),
                token.revokedAt());
    }

    ApiToken toDomain() {
        return new ApiToken(
                new Id<>(id),
                new Id<>(userId),
                projectId == null ? null : new Id<>(projectId),
                name,
                Scope.set(JsonLists.read(scopes).stream().map(Scope::valueOf).toList()),
                prefix,
                new TokenHash(tokenHash),
                createdAt,
                expiresAt,
                lastUsedAt,
                revokedAt);
    }
}
