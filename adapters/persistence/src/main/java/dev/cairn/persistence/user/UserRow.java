package dev.cairn.persistence.user;

import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserType;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.persistence.schema.Length;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code users}. */
@MappedEntity("users")
record UserRow(
        @Id long id,
        UserType type,
        @Length(min = 1, max = User.NAME_MAX) String name,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
