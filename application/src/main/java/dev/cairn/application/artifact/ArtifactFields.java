package dev.cairn.application.artifact;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.artifact.Artifact;
import dev.cairn.domain.artifact.RevisionText;
import dev.cairn.domain.kernel.Change;
import java.time.Instant;

/** What may be changed of an artifact, each optional (R10); other content makes a new revision (R26). */
public record ArtifactFields(Change<String> title, Change<String> content) {
    public ArtifactFields {
        Fields.notNull("title", title);
        Fields.notNull("content", content);
    }

    /** The content, checked and hashed. */
    Change<RevisionText> hashed() {
        return switch (content) {
            case Change.Keep<String> _ -> Change.keep();
            case Change.To<String>(String text) -> Change.to(RevisionText.of(text));
        };
    }

    Artifact renamed(Artifact artifact, Instant now) {
        return switch (title) {
            case Change.Keep<String> _ -> artifact;
            case Change.To<String>(String text) ->
                text.strip().equals(artifact.title()) ? artifact : artifact.rename(text, now);
        };
    }
}
