package dev.cairn.persistence.project;

import dev.cairn.domain.project.ProjectStatus;
import dev.cairn.domain.project.StatusStatistics;
import io.micronaut.core.annotation.Introspected;

/** How many projects have a status, and the sum of their scores. */
@Introspected
record StatusCount(ProjectStatus status, long n, long scores) {
    StatusStatistics toDomain() {
        return StatusStatistics.of(status, n, scores);
    }
}
