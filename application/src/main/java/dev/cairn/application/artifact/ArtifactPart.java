package dev.cairn.application.artifact;

import dev.cairn.application.project.ProjectPart;
import dev.cairn.application.work.Changes;
import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.project.Project;

/** Artifacts go with their project; revisions are reached through them only. */
public final class ArtifactPart implements ProjectPart {
    private final ArtifactRepository artifacts;

    public ArtifactPart(ArtifactRepository artifacts) {
        this.artifacts = artifacts;
    }

    @Override
    public void deleted(Changes changes, Project project, Deletion deletion) {
        artifacts.deleteByProject(project.id(), deletion);
    }

    @Override
    public void restored(Changes changes, Project project, Deletion deletion) {
        artifacts.restore(deletion);
    }
}
