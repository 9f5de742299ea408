package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of an artifact without its text, for lists.
 *
 * @param revision from 1, without gaps
 * @param sha256 of the content
 * @param authorName the name at the time of the revision, also after the author is gone
 */
public record ArtifactRevision(
        Id<ArtifactRevision> id,
        Id<Artifact> artifactId,
        int revision,
        String sha256,
        @Nullable Id<User> authorId,
        String authorName,
        Instant createdAt) {}
