package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The store of artifacts' revisions. */
@Store
abstract class RevisionStore implements RevisionRepository, GenericRepository<RevisionRow, Long> {
    private final RowList<RevisionHeadRow, ArtifactRevision> list;

    RevisionStore(SharedSql sql) {
        this.list = sql.list(
                RevisionHeadRow.class,
                RevisionHeadRow::toDomain,
                Sorts.of(SORTS).endingIn("revision"));
    }

    @Query("""
            SELECT r.* FROM artifact_revisions r JOIN artifacts a ON a.id = r.artifact_id AND a.revision = r.revision
             WHERE a.id\s""" + IdSet.IN)
    abstract List<RevisionRow> findNewest(String ids);

    abstract Optional<RevisionRow> findByArtifactIdAndRevision(long artifactId, int revision);

    abstract List<RevisionRow> saveAll(List<RevisionRow> rows);

    @Override
    public void insertAll(List<RevisionWithContent> revisions) {
        if (!revisions.isEmpty()) {
            saveAll(revisions.stream().map(RevisionRow::of).toList());
        }
    }

    @Override
    public List<RevisionWithContent> findNewest(Collection<Id<Artifact>> artifacts) {
        return Errors.readingEach(findNewest(IdSet.of(artifacts)), RevisionRow::toDomain);
    }

    @Override
    public Optional<RevisionWithContent> find(Id<Artifact> artifact, int revision) {
        return findByArtifactIdAndRevision(artifact.value(), revision)
                .map(row -> Errors.reading(row, RevisionRow::toDomain));
    }

    @Override
    public Page<ArtifactRevision> page(OfArtifact filter, PageRequest request) {
        return list.page(filter, new Conditions().and("artifact_id = ?", filter.artifactId()), request);
    }
}
