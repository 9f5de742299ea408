package dev.cairn.persistence.project;

import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.persistence.kernel.RootRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code projects}; the counter of ticket numbers is only ever changed by its own statements. */
@MappedEntity("projects")
record ProjectRow(
        @Id long id,
        long ownerId,
        String key,
        String name,
        String nameKey,
        String description,
        String descriptionKey,
        @Nullable String localPath,
        @Nullable String localPathKey,
        @Nullable String gitUrl,
        @Nullable String branch,
        ProjectStatus status,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
