package dev.cairn.domain.artifact;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores the revisions of artifacts. A use case finds the artifact with an access before it calls this. Revisions are
 * added, never changed, and go with their artifact (R26).
 */
public interface RevisionRepository extends Listed<RevisionRepository.OfArtifact, ArtifactRevision> {
    Set<String> SORTS = Set.of("revision");
    Sort NEWEST_FIRST = Sort.by(Sort.desc("revision"));

    /** Names the artifact whose revisions a list shows. */
    record OfArtifact(Id<Artifact> artifactId) {}

    /**
     * Inserts revisions.
     *
     * @throws dev.cairn.domain.error.Conflict {@code constraint} when an artifact has a revision of this number
     */
    void insertAll(List<RevisionWithContent> revisions);

    /** Answers the newest revision of each of these artifacts with its text, in no order. */
    List<RevisionWithContent> findNewest(Collection<Id<Artifact>> artifacts);

    /** Answers a revision with its text; empty when the artifact has none of this number. */
    Optional<RevisionWithContent> find(Id<Artifact> artifact, int revision);

    /**
     * Answers a revision with its text.
     *
     * @throws NotFound {@code not_found} when the artifact has none of this number
     */
    default RevisionWithContent require(Id<Artifact> artifact, int revision) {
        return find(artifact, revision).orElseThrow(() -> NotFound.of("artifact_revision", revision));
    }
}
