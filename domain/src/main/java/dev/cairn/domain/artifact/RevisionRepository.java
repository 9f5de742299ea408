package dev.cairn.domain.artifact;

import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.kernel.Sort;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store of artifacts' revisions; they are only ever added, and go with their artifact. */
public interface RevisionRepository extends Listed<RevisionRepository.OfArtifact, ArtifactRevision> {
    Set<String> SORTS = Set.of("revision");
    Sort NEWEST_FIRST = Sort.by(Sort.desc("revision"));

    /** The revisions of one artifact. */
    record OfArtifact(Id<Artifact> artifactId) {}

    void insertAll(List<RevisionWithContent> revisions);

    /** The newest revision of each of these, in no order. */
    List<RevisionWithContent> findNewest(Collection<Id<Artifact>> artifacts);

    Optional<RevisionWithContent> find(Id<Artifact> artifact, int revision);

    /** @throws NotFound when the artifact has no such revision */
    default RevisionWithContent require(Id<Artifact> artifact, int revision) {
        return find(artifact, revision).orElseThrow(() -> NotFound.of("artifact_revision", revision));
    }
}
