package dev.cairn.persistence.artifact;

import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.ArtifactFilter;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.ProjectContentsStore;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The store of artifacts. */
@Singleton
final class ArtifactStore extends ProjectContentsStore<Artifact, ArtifactRow> implements ArtifactRepository {
    private static final String KIND = "artifact";
    private static final Map<String, SortField<Artifact>> FIELDS = Map.of(
            "title", SortField.text("title", Artifact::title),
            "createdAt",
                    SortField.time(
                            "created_at", artifact -> artifact.lifecycle().createdAt()),
            "updatedAt",
                    SortField.time(
                            "updated_at", artifact -> artifact.lifecycle().updatedAt()));

    private final Sql sql;
    private final ArtifactMapper mapper;
    private final KeysetList<Artifact> list;
    private final String live;

    ArtifactStore(ArtifactRows rows, ArtifactMapper mapper, Sql sql) {
        super(ArtifactRow.class, KIND, rows, mapper, sql);
        this.sql = sql;
        this.mapper = mapper;
        String columns = sql.type(ArtifactRow.class).select("a");
        this.live = "SELECT " + columns + " FROM artifacts a";
        this.list = new KeysetList<>(
                sql,
                columns,
                "artifacts a",
                FIELDS,
                SortField.integer("id", artifact -> artifact.id().value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Page<Artifact> page(ArtifactFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("project_id = ? AND deleted_at IS NULL", filter.projectId())
                .oneOf("type", filter.types())
                .oneOf("status", filter.statuses());
        return list.page(filter, where, request, row -> mapper.toDomain(row.as(ArtifactRow.class)));
    }

    @Override
    public List<Artifact> findByTypes(Id<Project> project, List<ArtifactType> types) {
        Conditions where = new Conditions()
                .and("project_id = ? AND deleted_at IS NULL", project)
                .oneOf("type", types);
        return sql
                .rows(
                        ArtifactRow.class,
                        live + where.sql() + " ORDER BY created_at, id",
                        where.values().toArray())
                .stream()
                .map(mapper::toDomain)
                .toList();
    }
}
