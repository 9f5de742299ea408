package dev.cairn.application.artifact;

import dev.cairn.domain.artifact.ArtifactContent;
import dev.cairn.domain.artifact.RevisionText;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * An artifact as a client edits it.
 *
 * @param revision what it is to say from now on; null as before (R26)
 */
@RecordBuilder
public record ArtifactDraft(
        ArtifactContent content, @Nullable RevisionText revision) implements ArtifactDraftBuilder.With {}
