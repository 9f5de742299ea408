package dev.cairn.application.interchange;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.domain.artifact.ArtifactStatus;

/** An artifact with its newest revision; earlier ones do not travel. */
public record ImportedArtifact(CreateArtifact content, ArtifactStatus status) implements Imported.Carried {}
