package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.RevisionText;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An artifact as a client edits it.
 *
 * @param revision the new text; null to keep the newest revision (R26)
 */
@RecordBuilder
public record ArtifactDraft(
        ArtifactContent content, @Nullable RevisionText revision) implements ArtifactDraftBuilder.With {}
