package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.AgentContent;
import dev.cairn.domain.agent.ModelConfig;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code agents}, under the id of its user. */
@MappedEntity("agents")
@Index(name = "agents_created", on = "owner_id, created_at, id")
@Index(name = "agents_provider", on = "provider_id", where = "provider_id IS NOT NULL")
record AgentRow(
        @Id @References(value = User.class, onDelete = OnDelete.CASCADE)
        long id,

        @References(value = User.class, onDelete = OnDelete.RESTRICT)
        long ownerId,

        @Length(min = 1, max = AgentContent.ROLE_MAX) String role,
        @Length(max = AgentContent.GOAL_MAX) String goal,
        @Length(max = AgentContent.BACKSTORY_MAX) String backstory,

        @Length(min = 1, max = AgentContent.INSTRUCTIONS_MAX) @Nullable
        String instructions,

        @References(value = ModelProvider.class, onDelete = OnDelete.RESTRICT) @Nullable
        Long providerId,

        @Length(min = 1, max = ProviderContent.MODEL_MAX) @Nullable
        String model,

        @Nullable Double temperature,

        @Range(min = 1, max = ModelConfig.MAX_TOKENS_MAX) @Nullable
        Integer maxTokens,

        @Nullable Double topP,
        @Nullable Double inputPrice,
        @Nullable Double outputPrice,
        @Json String configuration,
        @Json String scopes,

        @Range(min = 1, max = AgentContent.TOKENS_MAX) @Nullable
        Integer tokensPerRun,

        @Range(min = 1, max = AgentContent.TOKENS_MAX) @Nullable
        Integer tokensPerDay,

        @Nullable Double costPerDay,

        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
