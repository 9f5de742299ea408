package dev.cairn.domain.artifact;

import java.util.Set;

/** The workflow axis of an artifact; a new revision is a draft again. */
public enum ArtifactStatus {
    DRAFT,
    VALIDATED,
    EXPORTED;

    /** The statuses that may follow. */
    public Set<ArtifactStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(VALIDATED);
            case VALIDATED -> Set.of(DRAFT, EXPORTED);
            case EXPORTED -> Set.of(DRAFT);
        };
    }
}
