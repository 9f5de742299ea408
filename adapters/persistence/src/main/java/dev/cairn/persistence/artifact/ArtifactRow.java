package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.persistence.kernel.RootRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code artifacts}. */
@MappedEntity("artifacts")
record ArtifactRow(
        @Id long id,
        long projectId,
        ArtifactType type,
        String title,
        ArtifactFormat format,
        ArtifactStatus status,
        int revision,
        String sha256,
        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
