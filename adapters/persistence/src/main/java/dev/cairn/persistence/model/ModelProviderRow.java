package dev.cairn.persistence.model;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.model.BaseUrl;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ProviderContent;
import dev.cairn.domain.model.ProviderType;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code providers}. */
@MappedEntity("providers")
@Index(name = "providers_name", on = "owner_id, name_key", unique = true, where = "deleted_at IS NULL")
@Index(
        name = "providers_default",
        on = "owner_id",
        unique = true,
        where = "is_default = TRUE AND deactivated_at IS NULL AND deleted_at IS NULL")
@Index(name = "providers_created", on = "owner_id, created_at, id")
@Index(name = "providers_updated", on = "owner_id, updated_at, id")
@Taken(index = "providers_name", code = ErrorCode.NAME_TAKEN, message = "You have a provider of this name already")
record ModelProviderRow(
        @Id long id,

        @References(value = User.class, onDelete = OnDelete.RESTRICT)
        long ownerId,

        @Length(min = 1, max = ProviderContent.NAME_MAX) String name,
        String nameKey,
        ProviderType type,

        @Length(min = 1, max = BaseUrl.LENGTH_MAX) @Nullable String baseUrl,

        @Length(min = 1, max = ProviderContent.MODEL_MAX) String defaultModel,

        @Length(min = 1, max = ProviderContent.SECRET_ENV_MAX) @Nullable
        String secretEnv,

        @Nullable Double inputPrice,
        @Nullable Double outputPrice,

        @Length(min = 1, max = SealedSecret.LENGTH_MAX) @Nullable
        String secret,

        @Length(min = 1, max = ModelProvider.KEY_HINT_MAX) @Nullable
        String keyHint,

        boolean isDefault,
        @Nullable Instant deactivatedAt,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {
    /** Says nothing of the secret (R11). */
    @Override
    public String toString() {
        return "ModelProviderRow[" + id + "]";
    }
}
