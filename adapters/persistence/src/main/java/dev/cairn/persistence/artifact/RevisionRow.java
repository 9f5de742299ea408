package dev.cairn.persistence.artifact;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code artifact_revisions}; it is never updated. */
@MappedEntity("artifact_revisions")
record RevisionRow(
        @Id long id,
        long artifactId,
        int revision,
        String sha256,
        @Nullable Long authorId,
        String authorName,
        Instant createdAt,
        String content) {}
