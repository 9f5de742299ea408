package dev.cairn.domain.project;

import org.jspecify.annotations.Nullable;

/**
 * The projects of one status (R23).
 *
 * @param averageScore of their validations, rounded to two digits; null when there is no project
 */
public record StatusStatistics(
        ProjectStatus status, long count, @Nullable Double averageScore) {
    private static final double CENT = 100.0;

    public static StatusStatistics of(ProjectStatus status, long count, long scores) {
        return new StatusStatistics(status, count, count == 0 ? null : Math.round(scores * CENT / count) / CENT);
    }
}
