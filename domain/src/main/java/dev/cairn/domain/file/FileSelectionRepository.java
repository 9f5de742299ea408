package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.user.User;
import java.util.Collection;
import java.util.List;

/** Stores who chose which files (R52). A file that is removed is chosen by nobody. */
public interface FileSelectionRepository {
    /** Answers what somebody chose, in the order of the files' paths. */
    List<FileSelection> findAll(Id<Project> project, Id<User> user);

    /** Adds what is not chosen yet, and takes over the reasons of what is. */
    void putAll(List<FileSelection> selections);

    void removeAll(Id<Project> project, Id<User> user, Collection<Id<ProjectFile>> files);

    void clear(Id<Project> project, Id<User> user);
}
