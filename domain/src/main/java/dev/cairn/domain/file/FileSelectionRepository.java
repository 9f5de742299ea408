package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;
import java.util.List;

/** Stores which user selected which files (R52). A selection is deleted with its file. */
public interface FileSelectionRepository {
    /** Answers a user's selection in a project, in the order of the files' paths. */
    List<FileSelection> findAll(Id<Project> project, Id<User> user);

    /** Inserts new selections and updates the reasons of existing ones. */
    void putAll(List<FileSelection> selections);

    void removeAll(Id<Project> project, Id<User> user, Collection<Id<ProjectFile>> files);

    void clear(Id<Project> project, Id<User> user);
}
