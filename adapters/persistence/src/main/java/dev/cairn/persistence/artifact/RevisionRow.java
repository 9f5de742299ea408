package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.kernel.Conversions;
import dev.cairn.schema.Index;
import dev.cairn.schema.Length;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code artifact_revisions}; it is never updated. */
@MappedEntity("artifact_revisions")
@Index(name = "artifact_revisions_number", on = "artifact_id, revision", unique = true)
record RevisionRow(
        @Id long id,

        @References(value = Artifact.class, onDelete = OnDelete.CASCADE)
        long artifactId,

        @Range(min = 1) int revision,

        @Length(min = RevisionText.HASH_LENGTH, max = RevisionText.HASH_LENGTH)
        String sha256,

        @References(value = User.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long authorId,

        @Length(min = 1, max = User.NAME_MAX) String authorName,
        Instant createdAt,
        @Length(min = 1, max = RevisionText.BYTES_MAX) String content) {
    static RevisionRow of(RevisionWithContent revised) {
        ArtifactRevision revision = revised.revision();
        return new RevisionRow(
                revision.id().value(),
                revision.artifactId().value(),
                revision.revision(),
                revision.sha256(),
                Conversions.number(revision.authorId()),
                revision.authorName(),
                revision.createdAt(),
                revised.content());
    }

    RevisionWithContent toDomain() {
        RevisionHeadRow head = new RevisionHeadRow(id, artifactId, revision, sha256, authorId, authorName, createdAt);
        return new RevisionWithContent(head.toDomain(), content);
    }
}
