package dev.cairn.domain.artifact;

import dev.cairn.domain.access.GuardedRepository;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Listed;
import dev.cairn.domain.project.Project;
import java.util.List;
import java.util.Set;

/** The store of artifacts. */
public interface ArtifactRepository extends GuardedRepository<Artifact>, Listed<ArtifactFilter, Artifact> {
    Set<String> SORTS = Set.of("title", "createdAt", "updatedAt");

    /** Live artifacts of a project of these types, oldest first. */
    List<Artifact> findByTypes(Id<Project> project, List<ArtifactType> types);

    /** Stamps all live artifacts of a project (R5). */
    void deleteByProject(Id<Project> project, Deletion deletion);

    /** Brings back what exactly this deletion took (R5). */
    void restore(Deletion deletion);
}
