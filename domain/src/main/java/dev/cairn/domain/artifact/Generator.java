package dev.cairn.domain.artifact;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.project.ProjectContent;

/** Makes artifacts of collected data: the same data always give the same text. */
public final class Generator {
    private Generator() {}

    /** @throws Invalid {@code unknown_value} for a document, which only people and agents write */
    public static RevisionText generate(ArtifactType type, ProjectContent project, CollectedData data) {
        return RevisionText.of(
                switch (type) {
                    case CONTEXT_DIAGRAM -> ContextDiagram.of(project.name(), data);
                    case USE_CASE_DIAGRAM -> UseCaseDiagram.of(project.name(), data);
                    case CLASS_DIAGRAM -> ClassDiagram.of(data);
                    case REQUIREMENTS -> RequirementsDocument.of(project, data);
                    case DOCUMENT ->
                        throw Invalid.of(ErrorCode.UNKNOWN_VALUE, "types", "A document cannot be generated");
                });
    }
}
