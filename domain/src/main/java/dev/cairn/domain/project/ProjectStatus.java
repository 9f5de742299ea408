package dev.cairn.domain.project;

import java.util.Set;

/** The workflow axis of a project (R20). */
public enum ProjectStatus {
    DRAFT,
    ACTIVE,
    COMPLETED;

    /** Returns the statuses to which the workflow may move next. */
    public Set<ProjectStatus> next() {
        return switch (this) {
            case DRAFT, COMPLETED -> Set.of(ACTIVE);
            case ACTIVE -> Set.of(COMPLETED, DRAFT);
        };
    }
}
