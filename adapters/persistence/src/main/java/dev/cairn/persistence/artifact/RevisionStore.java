package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactRevision;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.artifact.RevisionWithContent;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of artifacts' revisions; lists do not touch their contents. */
@Singleton
final class RevisionStore implements RevisionRepository {
    private static final String COLUMNS = "id, artifact_id, revision, sha256, author_id, author_name, created_at";
    private static final SortField<ArtifactRevision> REVISION =
            SortField.integer("revision", ArtifactRevision::revision);
    private static final String FIND =
            "SELECT " + COLUMNS + ", content FROM artifact_revisions WHERE artifact_id = ? AND revision = ?";

    private static final String NEWEST = """
            SELECT r.id, r.artifact_id, r.revision, r.sha256, r.author_id, r.author_name, r.created_at, r.content
              FROM artifact_revisions r JOIN artifacts a ON a.id = r.artifact_id AND a.revision = r.revision
             WHERE a.id IN\s""";

    private final Sql sql;
    private final String newest;
    private final KeysetList<ArtifactRevision> list;

    RevisionStore(Sql sql) {
        this.sql = sql;
        this.newest = NEWEST + sql.engine().ids();
        this.list = new KeysetList<>(sql, COLUMNS, "artifact_revisions", Map.of("revision", REVISION), REVISION);
    }

    @Override
    public void insertAll(List<RevisionWithContent> revisions) {
        sql.insertAll(
                RevisionRow.class, revisions.stream().map(RevisionStore::row).toList());
    }

    @Override
    public List<RevisionWithContent> findNewest(Collection<Id<Artifact>> artifacts) {
        return sql.query(newest, row -> new RevisionWithContent(read(row), row.text("content")), Sql.ids(artifacts));
    }

    @Override
    public Optional<RevisionWithContent> find(Id<Artifact> artifact, int revision) {
        return sql
                .query(FIND, row -> new RevisionWithContent(read(row), row.text("content")), artifact, revision)
                .stream()
                .findFirst();
    }

    @Override
    public Page<ArtifactRevision> page(OfArtifact filter, PageRequest request) {
        Conditions where = new Conditions().and("artifact_id = ?", filter.artifactId());
        return list.page(filter, where, request, RevisionStore::read);
    }

    private static RevisionRow row(RevisionWithContent revised) {
        ArtifactRevision revision = revised.revision();
        @Nullable
        Long author = revision.authorId() == null
                ? null
                : Long.valueOf(revision.authorId().value());
        return new RevisionRow(
                revision.id().value(),
                revision.artifactId().value(),
                revision.revision(),
                revision.sha256(),
                author,
                revision.authorName(),
                revision.createdAt(),
                revised.content());
    }

    private static ArtifactRevision read(Cells row) {
        return new ArtifactRevision(
                row.id("id"),
                row.id("artifact_id"),
                Math.toIntExact(row.integer("revision")),
                row.text("sha256"),
                row.optionalId("author_id"),
                row.text("author_name"),
                row.instant("created_at"));
    }
}
