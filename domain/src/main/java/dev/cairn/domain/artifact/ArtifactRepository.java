package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.project.ProjectContents;
import java.util.List;
import java.util.Set;

/** The store of artifacts. */
public interface ArtifactRepository extends ProjectContents<Artifact>, Listed<ArtifactFilter, Artifact> {
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt");

    /** Live artifacts of a project of these types, oldest first. */
    List<Artifact> findByTypes(Id<Project> project, List<ArtifactType> types);
}
