package dev.cairn.application.interchange;

import dev.cairn.domain.project.ProjectContent;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.project.ProjectSettings;
import dev.cairn.domain.project.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a project in a file. The target project keeps its own key, name and folder.
 *
 * @param nextNumber the number its next ticket would have had
 */
public record ImportedProject(
        ProjectKey key,
        ProjectContent content,
        ProjectStatus status,
        @Nullable Integer nextNumber,
        ProjectSettings settings)
        implements Imported.Carried {}
