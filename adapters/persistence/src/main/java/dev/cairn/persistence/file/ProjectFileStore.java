package dev.cairn.persistence.file;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.file.FileFilter;
import dev.cairn.domain.file.IndexedFile;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.file.ProjectFileRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import dev.cairn.persistence.search.Matching;
import dev.cairn.schema.Engine;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The store of files. */
@Store
abstract class ProjectFileStore implements ProjectFileRepository, GenericRepository<ProjectFileRow, Long> {
    private final SharedSql sql;
    private final Engine engine;
    private final RowList<ProjectFileRow, ProjectFile> list;
    private final GuardedFinder<ProjectFile> finder;

    ProjectFileStore(SharedSql sql, Engine engine) {
        this.sql = sql;
        this.engine = engine;
        this.list = sql.list(ProjectFileRow.class, ProjectFileRow::toDomain, Sorts.of(SORTS));
        this.finder = sql.finder(
                ProjectFileRow.class,
                "file",
                "r.project_id",
                ProjectFileRow::toDomain,
                "projects p",
                "p.id = r.project_id AND p.deleted_at IS NULL");
    }

    /** The columns of a file that are compared with the disk. */
    @Introspected
    record Known(
            long id,
            String path,
            long size,
            Instant modifiedAt,
            @Nullable String fileKey,
            String sha256) {
        IndexedFile toDomain() {
            return new IndexedFile(new Id<>(id), path, size, modifiedAt, fileKey, sha256);
        }
    }

    abstract List<ProjectFileRow> updateAll(Collection<ProjectFileRow> rows);

    abstract int countByProjectId(long projectId);

    @Query("""
            SELECT f.id, f.path, f.size, f.modified_at, f.file_key, f.sha256
              FROM project_files f WHERE f.project_id = :project ORDER BY f.path
            """)
    abstract List<Known> findKnown(Id<Project> project);

    abstract List<ProjectFileRow> findByProjectIdAndPathInOrderByPath(long projectId, Collection<String> paths);

    @Query("SELECT f.* FROM project_files f WHERE f.project_id = :project AND f.id " + IdSet.IN + " ORDER BY f.path")
    abstract List<ProjectFileRow> findSome(Id<Project> project, String ids);

    @Query(
            "SELECT f.* FROM project_files f WHERE f.project_id = :project ORDER BY f.modified_at DESC, f.path LIMIT :most")
    abstract List<ProjectFileRow> findLast(Id<Project> project, int most);

    @Query("""
            SELECT f.* FROM project_files f
             WHERE f.project_id = :project AND f.summary_model IS NULL AND f.path > :after ORDER BY f.path LIMIT :most
            """)
    abstract List<ProjectFileRow> findPlain(Id<Project> project, String after, int most);

    @Query("""
            UPDATE project_files SET summary = :summary, summary_of = :sha256, summary_model = :model
             WHERE id = :id AND sha256 = :sha256
            """)
    abstract int summarize(Id<ProjectFile> id, @Nullable String summary, String sha256, @Nullable String model);

    @Query("UPDATE project_files SET size = :size, modified_at = :modifiedAt, file_key = :fileKey WHERE id = :id")
    abstract void touch(Id<ProjectFile> id, long size, Instant modifiedAt, @Nullable String fileKey);

    @Query("DELETE FROM project_files WHERE id " + IdSet.IN)
    abstract void removeAll(String ids);

    @Override
    public ProjectFile require(Access access, Id<ProjectFile> id) {
        return finder.require(access, "r.id = ?", id);
    }

    @Override
    public List<IndexedFile> findIndexed(Id<Project> project) {
        return Errors.readingEach(findKnown(project), Known::toDomain);
    }

    @Override
    public List<ProjectFile> findAll(Id<Project> project, Collection<Id<ProjectFile>> ids) {
        return ids.isEmpty()
                ? List.of()
                : Errors.readingEach(findSome(project, IdSet.of(ids)), ProjectFileRow::toDomain);
    }

    @Override
    public List<ProjectFile> findByPaths(Id<Project> project, Collection<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : Errors.readingEach(
                        findByProjectIdAndPathInOrderByPath(project.value(), paths), ProjectFileRow::toDomain);
    }

    @Override
    public List<ProjectFile> findNewest(Id<Project> project, int limit) {
        return Errors.readingEach(findLast(project, limit), ProjectFileRow::toDomain);
    }

    @Override
    public List<ProjectFile> findUnsummarized(Id<Project> project, String after, int limit) {
        return Errors.readingEach(findPlain(project, after, limit), ProjectFileRow::toDomain);
    }

    @Override
    public boolean summarize(ProjectFile file) {
        return summarize(file.id(), file.summary(), file.sha256(), file.summaryModel()) == 1;
    }

    @Override
    public void insertAll(List<ProjectFile> files) {
        sql.insertAll(ProjectFileRow.class, ReadBack.rows(files, ProjectFileRow::of, ProjectFileRow::toDomain));
    }

    @Override
    public void updateAll(List<ProjectFile> files) {
        List<ProjectFileRow> rows = ReadBack.rows(files, ProjectFileRow::of, ProjectFileRow::toDomain);
        if (!rows.isEmpty()) {
            Errors.translating(() -> updateAll(rows));
        }
    }

    @Override
    public void touchAll(List<IndexedFile> files) {
        files.forEach(file -> touch(file.id(), file.size(), file.modifiedAt(), file.fileKey()));
    }

    @Override
    public void deleteAll(Collection<Id<ProjectFile>> ids) {
        if (!ids.isEmpty()) {
            removeAll(IdSet.of(ids));
        }
    }

    @Override
    public int count(Id<Project> project) {
        return countByProjectId(project.value());
    }

    @Override
    public Page<ProjectFile> page(FileFilter filter, PageRequest request) {
        Id<Project> project = Objects.requireNonNull(filter.projectId());
        Conditions where = new Conditions().and("project_id = ?", project).equal("extension", filter.extension());
        if (filter.path() != null) {
            String folder = filter.path().endsWith("/") ? filter.path() : filter.path() + "/";
            // '0' comes right behind '/', so that these are the paths that begin with the folder's.
            where.and(
                    "(path = ? OR (path >= ? AND path < ?))",
                    filter.path(),
                    folder,
                    folder.substring(0, folder.length() - 1) + "0");
        }
        if (filter.changed() != null) {
            where.and("modified_at >= ?", filter.changed());
        }
        if (filter.text() != null) {
            Matching.files(where, engine, filter.words(), project);
        }
        return list.page(filter, where, request);
    }
}
