package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.InProject;
import dev.cairn.domain.project.Project;
import java.util.List;
import java.util.Set;

/**
 * Stores artifacts: title, type, status and the number of the newest revision. The text is in {@link
 * RevisionRepository}.
 */
public interface ArtifactRepository extends InProject<Artifact>, Listed<ArtifactFilter, Artifact> {
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt");

    /**
     * Answers the live artifacts of a project that have one of these types, oldest first; all of them when no type is
     * given.
     */
    List<Artifact> findByTypes(Id<Project> project, List<ArtifactType> types);
}
