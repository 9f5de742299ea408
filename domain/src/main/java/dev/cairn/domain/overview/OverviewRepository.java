package dev.cairn.domain.overview;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.project.Project;
import java.util.List;

/** Counts what several stores hold, by one query each (R23). */
public interface OverviewRepository {
    /**
     * Counts the tickets, tasks and queue items of a project that the use case found with an access, and answers its
     * last activity.
     */
    ProjectOverview overview(Project project);

    /**
     * Answers those live projects that the caller may see and that have the most live tickets, most first. Archived
     * ones are left out.
     */
    List<ProjectOverview> busiest(Access access, int limit);
}
