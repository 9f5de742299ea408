package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores which folders may be read. */
public interface ProjectFolderRepository {
    Optional<ProjectFolder> find(Id<Project> project);

    /** Answers the projects that have an index and a folder and are not archived. */
    List<Id<Project>> findIndexed();

    /** Replaces the folder of a project; the same folder stays unchanged. */
    void put(Id<Project> project, String root);

    /** Stores the start of the last index run that completed. */
    void indexed(Id<Project> project, Instant at);
}
