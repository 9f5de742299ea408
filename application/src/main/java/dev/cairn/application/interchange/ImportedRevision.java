package dev.cairn.application.interchange;

import dev.cairn.domain.artifact.ArtifactContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision of an artifact before its newest. */
public record ImportedRevision(
        ArtifactContent content, String author, @Nullable Instant createdAt) {}
