package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.List;

/** Which live artifacts of a project a list shows; an empty part means any. */
public record ArtifactFilter(Id<Project> projectId, List<ArtifactType> types, List<ArtifactStatus> statuses) {
    public ArtifactFilter {
        types = List.copyOf(types);
        statuses = List.copyOf(statuses);
    }

    public static ArtifactFilter of(Id<Project> project) {
        return new ArtifactFilter(project, List.of(), List.of());
    }
}
