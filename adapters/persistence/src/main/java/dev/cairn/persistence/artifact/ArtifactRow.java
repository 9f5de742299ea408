package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactStatus;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.kernel.RootRow;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code artifacts}. */
@MappedEntity("artifacts")
@Index(name = "artifacts_created", on = "project_id, created_at, id")
@Index(name = "artifacts_updated", on = "project_id, updated_at, id")
@Index(name = "artifacts_deletion", on = "deletion_id", where = "deletion_id IS NOT NULL")
record ArtifactRow(
        @Id long id,

        @References(value = Project.class, onDelete = OnDelete.CASCADE)
        long projectId,

        ArtifactType type,
        @Length(min = 1, max = ArtifactContent.TITLE_MAX) String title,
        ArtifactFormat format,
        ArtifactStatus status,
        @Range(min = 1) int revision,

        @Length(min = RevisionText.HASH_LENGTH, max = RevisionText.HASH_LENGTH)
        String sha256,

        @Version long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant deletedAt,
        @Nullable Long deletionId)
        implements RootRow {}
