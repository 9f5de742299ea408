package dev.cairn.persistence.file;

import dev.cairn.domain.file.FileSelection;
import dev.cairn.domain.file.FileSelectionRepository;
import dev.cairn.domain.file.ProjectFile;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of selected files. */
@Store
abstract class FileSelectionStore implements FileSelectionRepository, GenericRepository<FileSelectionRow, Object> {
    @Query("""
            SELECT s.* FROM file_selections s JOIN project_files f ON f.id = s.file_id
             WHERE s.project_id = :project AND s.user_id = :user ORDER BY f.path
            """)
    abstract List<FileSelectionRow> find(Id<Project> project, Id<User> user);

    @Query("""
            INSERT INTO file_selections (project_id, user_id, file_id, reason) VALUES (:project, :user, :file, :reason)
            ON CONFLICT (user_id, file_id) DO UPDATE SET reason = excluded.reason
            """)
    abstract void put(Id<Project> project, Id<User> user, Id<ProjectFile> file, @Nullable String reason);

    @Query("DELETE FROM file_selections WHERE project_id = :project AND user_id = :user AND file_id " + IdSet.IN)
    abstract void remove(Id<Project> project, Id<User> user, String ids);

    @Query("DELETE FROM file_selections WHERE project_id = :project AND user_id = :user")
    abstract void removeAllOf(Id<Project> project, Id<User> user);

    @Override
    public List<FileSelection> findAll(Id<Project> project, Id<User> user) {
        return Errors.readingEach(find(project, user), FileSelectionRow::toDomain);
    }

    @Override
    public void putAll(List<FileSelection> selections) {
        selections.forEach(
                selection -> put(selection.projectId(), selection.userId(), selection.fileId(), selection.reason()));
    }

    @Override
    public void removeAll(Id<Project> project, Id<User> user, Collection<Id<ProjectFile>> files) {
        remove(project, user, IdSet.of(files));
    }

    @Override
    public void clear(Id<Project> project, Id<User> user) {
        removeAllOf(project, user);
    }
}
