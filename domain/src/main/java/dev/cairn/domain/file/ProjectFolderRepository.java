package dev.cairn.domain.file;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores which folders may be read. */
public interface ProjectFolderRepository {
    Optional<ProjectFolder> find(Id<Project> project);

    /** Answers the projects that have an index and a folder still, and are not archived. */
    List<Id<Project>> findIndexed();

    /** Puts a folder into the place of the one that a project had; the same one stays as it is. */
    void put(Id<Project> project, String root);

    /** Says when a run that came to its end began. */
    void indexed(Id<Project> project, Instant at);
}
