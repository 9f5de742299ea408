package dev.cairn.persistence.file;

import dev.cairn.domain.file.FileImport;
import dev.cairn.domain.file.FileImportRepository;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of edges between files. */
@Store
abstract class FileImportStore implements FileImportRepository, GenericRepository<FileImportRow, Object> {
    private final SharedSql sql;

    FileImportStore(SharedSql sql) {
        this.sql = sql;
    }

    @Query("DELETE FROM file_imports WHERE from_file_id " + IdSet.IN)
    abstract void removeFrom(String ids);

    @Query("SELECT i.* FROM file_imports i WHERE i.from_file_id = :file ORDER BY i.target")
    abstract List<FileImportRow> findFrom(Id<ProjectFile> file);

    @Query("SELECT i.* FROM file_imports i WHERE i.to_file_id = :file ORDER BY i.from_file_id, i.target")
    abstract List<FileImportRow> findTo(Id<ProjectFile> file);

    @Query("SELECT i.* FROM file_imports i WHERE i.to_file_id IS NOT NULL AND i.from_file_id " + IdSet.IN
            + " UNION SELECT o.* FROM file_imports o JOIN project_files f ON f.id = o.from_file_id"
            + " WHERE f.project_id = :project AND o.to_file_id " + IdSet.IN + " ORDER BY 1, 2")
    abstract List<FileImportRow> findTouching(Id<Project> project, String ids);

    @Query("""
            SELECT i.* FROM file_imports i JOIN project_files f ON f.id = i.from_file_id
             WHERE f.project_id = :project AND i.to_file_id IS NULL AND (i.from_file_id, i.target) > (:from, :target)
             ORDER BY i.from_file_id, i.target LIMIT :most
            """)
    abstract List<FileImportRow> findUnresolved(Id<Project> project, long from, String target, int most);

    @Query("""
            SELECT i.* FROM file_imports i JOIN project_files f ON f.id = i.from_file_id
             WHERE f.project_id = :project AND (i.from_file_id, i.target) > (:from, :target)
             ORDER BY i.from_file_id, i.target LIMIT :most
            """)
    abstract List<FileImportRow> findEdges(Id<Project> project, long from, String target, int most);

    @Query("UPDATE file_imports SET to_file_id = :to WHERE from_file_id = :from AND target = :target")
    abstract void lead(Id<ProjectFile> from, String target, @Nullable Id<ProjectFile> to);

    @Override
    public void replace(Collection<Id<ProjectFile>> from, List<FileImport> imports) {
        if (!from.isEmpty()) {
            removeFrom(IdSet.of(from));
        }
        Errors.translating(() -> {
            sql.insertAll(
                    FileImportRow.class, imports.stream().map(FileImportRow::of).toList());
            return imports;
        });
    }

    @Override
    public List<FileImport> importsOf(Id<ProjectFile> file) {
        return Errors.readingEach(findFrom(file), FileImportRow::toDomain);
    }

    @Override
    public List<FileImport> importersOf(Id<ProjectFile> file) {
        return Errors.readingEach(findTo(file), FileImportRow::toDomain);
    }

    @Override
    public List<FileImport> touching(Id<Project> project, Collection<Id<ProjectFile>> files) {
        return files.isEmpty()
                ? List.of()
                : Errors.readingEach(findTouching(project, IdSet.of(files)), FileImportRow::toDomain);
    }

    @Override
    public List<FileImport> unresolved(Id<Project> project, @Nullable FileImport after, int limit) {
        long from = after == null ? 0 : after.fromFileId().value();
        return Errors.readingEach(
                findUnresolved(project, from, after == null ? "" : after.target(), limit), FileImportRow::toDomain);
    }

    @Override
    public List<FileImport> edges(Id<Project> project, @Nullable FileImport after, int limit) {
        long from = after == null ? 0 : after.fromFileId().value();
        return Errors.readingEach(
                findEdges(project, from, after == null ? "" : after.target(), limit), FileImportRow::toDomain);
    }

    @Override
    public void resolve(List<FileImport> imports) {
        imports.forEach(edge -> lead(edge.fromFileId(), edge.target(), edge.toFileId()));
    }
}
