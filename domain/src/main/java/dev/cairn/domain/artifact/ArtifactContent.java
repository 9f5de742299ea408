package dev.cairn.domain.artifact;

import dev.cairn.domain.kernel.Text;
import io.soabase.recordbuilder.core.RecordBuilder;

/** What clients may edit of an artifact besides its text, which is its revisions. */
@RecordBuilder
public record ArtifactContent(String title) implements ArtifactContentBuilder.With {
    public static final int TITLE_MAX = 200;

    public ArtifactContent {
        title = Text.of("title", title, 1, TITLE_MAX);
    }
}
