package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter for lists of a project's live artifacts; an empty part means any.
 *
 * @param projectId null until the project is found
 */
public record ArtifactFilter(@Nullable Id<Project> projectId, List<ArtifactType> types, List<ArtifactStatus> statuses) {
    public static final ArtifactFilter ANY = new ArtifactFilter(null, List.of(), List.of());

    public ArtifactFilter {
        types = List.copyOf(types);
        statuses = List.copyOf(statuses);
    }

    public ArtifactFilter in(Id<Project> project) {
        return new ArtifactFilter(project, types, statuses);
    }

    public static ArtifactFilter of(Id<Project> project) {
        return ANY.in(project);
    }
}
