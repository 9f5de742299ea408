package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.Artifact;

/** An artifact with the text of its newest revision. */
public record ArtifactWithContent(Artifact artifact, String content) {}
