package dev.cairn.application.overview;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.overview.OverviewRepository;
import dev.cairn.domain.overview.ProjectOverview;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.project.StatusStatistics;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Counts over projects that the caller sees (R23). */
public final class OverviewService {
    private final UnitOfWork work;
    private final ProjectRepository projects;
    private final OverviewRepository overviews;

    public OverviewService(UnitOfWork work, ProjectRepository projects, OverviewRepository overviews) {
        this.work = work;
        this.projects = projects;
        this.overviews = overviews;
    }

    /** Answers counts and last activity by one query. */
    public ProjectOverview get(Caller caller, ProjectRef ref) {
        return work.read(() -> overviews.overview(projects.require(Access.read(caller), ref)));
    }

    /**
     * Answers the projects with the most tickets, most first, without archived ones (R4).
     *
     * @param limit 1 to {@value dev.cairn.domain.kernel.PageRequest#LIMIT_MAX}
     */
    public List<ProjectOverview> busiest(Caller caller, int limit) {
        int shown = Limits.range("limit", limit, 1, PageRequest.LIMIT_MAX);
        return work.read(() -> overviews.busiest(Access.read(caller), shown));
    }

    /** Counts the projects that are not archived and averages their scores, by status, zeros included, by one query. */
    public List<StatusStatistics> statistics(Caller caller) {
        return projects.statistics(Access.read(caller));
    }
}
