package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.InProjectStore;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import java.util.List;

/** The store of artifacts. */
@Store
abstract class ArtifactStore extends InProjectStore<Artifact, ArtifactRow> implements ArtifactRepository {
    private final RowList<ArtifactRow, Artifact> list;

    ArtifactStore(ArtifactMapper mapper, SharedSql sql) {
        super(ArtifactRow.class, "artifact", mapper, sql);
        this.list = sql.list(ArtifactRow.class, mapper::toDomain, Sorts.of(SORTS));
    }

    abstract List<ArtifactRow> findByProjectIdAndTypeInAndDeletedAtIsNullOrderByCreatedAtAndId(
            long projectId, List<ArtifactType> types);

    @Override
    public List<Artifact> findByTypes(Id<Project> project, List<ArtifactType> types) {
        return toDomain(findByProjectIdAndTypeInAndDeletedAtIsNullOrderByCreatedAtAndId(
                project.value(), types.isEmpty() ? List.of(ArtifactType.values()) : types));
    }

    @Override
    public Page<Artifact> page(ArtifactFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("project_id = ? AND deleted_at IS NULL", filter.projectId())
                .oneOf("type", filter.types())
                .oneOf("status", filter.statuses());
        return list.page(filter, where, request);
    }
}
