package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.kernel.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code artifact_revisions} without its content, which lists do not touch. */
@MappedEntity("artifact_revisions")
record RevisionHeadRow(
        @io.micronaut.data.annotation.Id long id,
        long artifactId,
        int revision,
        String sha256,
        @Nullable Long authorId,
        String authorName,
        Instant createdAt) {
    ArtifactRevision toDomain() {
        return new ArtifactRevision(
                new Id<>(id),
                new Id<>(artifactId),
                revision,
                sha256,
                authorId == null ? null : new Id<>(authorId),
                authorName,
                createdAt);
    }
}
