package dev.cairn.application.interchange;

import dev.cairn.domain.artifact.RevisionText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A revision of an artifact before its newest. */
public record ImportedRevision(
        RevisionText content, String author, @Nullable Instant createdAt) implements Imported.Carried {}
