package dev.cairn.domain.overview;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.project.Project;
import java.util.List;

/** Counts that no single store can answer. */
public interface OverviewRepository {
    /** Counts and last activity by one query (R23). */
    ProjectOverview overview(Project project);

    /** Of the live projects that the caller may see those with the most live tickets, most first, by one query. */
    List<ProjectOverview> busiest(Access access, int limit);
}
