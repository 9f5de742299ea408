package dev.cairn.domain.artifact;

import java.util.Set;

/** The workflow axis of an artifact; a new revision is a draft again. */
public enum ArtifactStatus {
    DRAFT,
    VALIDATED,
    EXPORTED;

    /** Returns the statuses to which the workflow may move next. */
    public Set<ArtifactStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(VALIDATED);
            case VALIDATED -> Set.of(DRAFT, EXPORTED);
            case EXPORTED -> Set.of(DRAFT);
        };
    }
}
