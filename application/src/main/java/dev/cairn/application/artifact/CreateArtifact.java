package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;

/** A new artifact with its first revision. */
public record CreateArtifact(ArtifactType type, ArtifactContent content, ArtifactFormat format, RevisionText text) {
    public CreateArtifact(ArtifactType type, String title, ArtifactFormat format, RevisionText text) {
        this(type, new ArtifactContent(title), format, text);
    }
}
