package dev.cairn.http.artifact;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.domain.artifact.ArtifactFormat;
import dev.cairn.domain.artifact.ArtifactType;
import dev.cairn.domain.artifact.RevisionText;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** A new artifact: a document, in the format of its type, unless it says otherwise. */
@Introspected
record NewArtifact(@Nullable ArtifactType type, @Nullable ArtifactFormat format, String title, String content) {
    CreateArtifact command() {
        ArtifactType kind = type == null ? ArtifactType.DOCUMENT : type;
        return new CreateArtifact(kind, title, format == null ? kind.format() : format, RevisionText.of(content));
    }
}
