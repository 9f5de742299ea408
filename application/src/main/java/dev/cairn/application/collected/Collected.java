package dev.cairn.application.collected;

import dev.cairn.domain.collected.CollectedData;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.project.Project;

/**
 * The collected data of a project.
 *
 * @param lifecycle the project's
 */
public record Collected(CollectedData collectedData, int completeness, boolean validationStale, Lifecycle lifecycle) {
    static Collected of(Project project, CollectedData data) {
        return new Collected(
                data, project.assessment().completeness(), project.assessment().validationStale(), project.lifecycle());
    }
}
