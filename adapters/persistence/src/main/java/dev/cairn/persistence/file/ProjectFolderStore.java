package dev.cairn.persistence.file;

import dev.cairn.domain.file.ProjectFolder;
import dev.cairn.domain.file.ProjectFolderRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of folders that may be read. */
@Store
abstract class ProjectFolderStore implements ProjectFolderRepository, GenericRepository<ProjectFolderRow, Long> {
    abstract Optional<ProjectFolderRow> findByProjectId(long projectId);

    @Query("""
            INSERT INTO project_folders (project_id, root) VALUES (:project, :root)
            ON CONFLICT (project_id) DO UPDATE SET root = excluded.root, indexed_at = NULL
             WHERE project_folders.root <> excluded.root
            """)
    abstract void set(Id<Project> project, String root);

    @Query("""
            SELECT f.project_id FROM project_folders f
              JOIN projects p ON p.id = f.project_id AND p.deleted_at IS NULL AND p.archived_at IS NULL
             WHERE f.indexed_at IS NOT NULL AND p.local_path IS NOT NULL ORDER BY f.project_id
            """)
    abstract List<Long> findOfLive();

    @Query("UPDATE project_folders SET indexed_at = :at WHERE project_id = :project")
    abstract void mark(Id<Project> project, Instant at);

    @Override
    public Optional<ProjectFolder> find(Id<Project> project) {
        return findByProjectId(project.value()).map(row -> Errors.reading(row, ProjectFolderRow::toDomain));
    }

    @Override
    public List<dev.cairn.domain.kernel.Id<Project>> findIndexed() {
        return findOfLive().stream()
                .map(dev.cairn.domain.kernel.Id<Project>::new)
                .toList();
    }

    @Override
    public void put(Id<Project> project, String root) {
        set(project, root);
    }

    @Override
    public void indexed(Id<Project> project, Instant at) {
        mark(project, at);
    }
}
