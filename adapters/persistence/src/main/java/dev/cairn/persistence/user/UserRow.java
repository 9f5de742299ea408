package dev.cairn.persistence.user;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.user.Presence;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserType;
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

/** A row of {@code users}. */
@MappedEntity("users")
@Index(name = "users_email", on = "email_key", unique = true, where = "deleted_at IS NULL")
@Index(name = "users_admins", on = "id", where = UserRow.ACTIVE_ADMIN)
@Index(name = "users_name", on = "name_key, id")
@Index(name = "users_updated", on = "updated_at, id")
@Index(name = "users_created", on = "created_at, id")
@Taken(index = "users_email", code = ErrorCode.EMAIL_TAKEN, message = "This e-mail address belongs to somebody else")
record UserRow(
        @Id long id,
        UserType type,

        @References(value = User.class, onDelete = OnDelete.RESTRICT) @Nullable
        Long ownerId,

        @Length(min = 1, max = User.NAME_MAX) String name,
        String nameKey,

        @Length(min = 1, max = UserContent.EMAIL_MAX) @Nullable
        String email,

        @Nullable String emailKey,

        @Length(min = 1, max = UserContent.AVATAR_URL_MAX) @Nullable
        String avatarUrl,

        Presence presence,
        SystemRole systemRole,

        @Nullable Instant deactivatedAt,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {
    static final String ACTIVE_ADMIN =
            "system_role = 'ADMIN' AND type = 'HUMAN' AND deactivated_at IS NULL AND deleted_at IS NULL";
}
