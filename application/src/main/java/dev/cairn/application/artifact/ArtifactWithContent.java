package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.Artifact;

/** An artifact with what its newest revision says. */
public record ArtifactWithContent(Artifact artifact, String content) {}
