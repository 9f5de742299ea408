package dev.cairn.application.interchange;

import dev.cairn.application.artifact.CreateArtifact;
import dev.cairn.domain.artifact.ArtifactStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An artifact with its newest revision; earlier ones follow.
 *
 * @param author of the newest revision; whoever imports where the file does not say
 * @param createdAt of the newest revision
 */
public record ImportedArtifact(
        CreateArtifact content,
        ArtifactStatus status,
        @Nullable String author,
        @Nullable Instant createdAt) implements Imported.Carried {

    /** One whose author and time are not known. */
    public ImportedArtifact(CreateArtifact content, ArtifactStatus status) {
        this(content, status, null, null);
    }
}
