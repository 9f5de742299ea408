package dev.cairn.domain.job;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import org.jspecify.annotations.Nullable;

/**
 * A job in a list.
 *
 * @param projectId for which it is done; null outside of projects
 */
public record JobView(Job job, @Nullable Id<Project> projectId) {}
