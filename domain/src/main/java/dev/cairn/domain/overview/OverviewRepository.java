package dev.cairn.domain.overview;

import dev.cairn.domain.project.Project;

/** Counts that no single store can answer. */
public interface OverviewRepository {
    /** Counts and last activity by one query (R23). */
    ProjectOverview overview(Project project);
}
