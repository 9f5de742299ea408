package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.ArtifactRepository;
import dev.cairn.domain.artifact.RevisionRepository;
import dev.cairn.domain.collected.CollectedRepository;
import dev.cairn.domain.project.ProjectRepository;

/** The stores that use cases of artifacts work on. */
public record ArtifactStores(
        ProjectRepository projects,
        ArtifactRepository artifacts,
        RevisionRepository revisions,
        CollectedRepository collected) {}
