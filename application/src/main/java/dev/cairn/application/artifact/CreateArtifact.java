package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;

/** A new artifact with its first revision. */
public record CreateArtifact(ArtifactType type, String title, ArtifactFormat format, RevisionText content) {}
