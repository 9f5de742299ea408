package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;

/** The fields of an artifact that clients may edit, besides its text, which is in its revisions. */
@RecordBuilder
public record ArtifactContent(String title) implements ArtifactContentBuilder.With {
    public static final int TITLE_MAX = 200;

    public ArtifactContent {
        title = Text.of("title", title, 1, TITLE_MAX);
    }
}
