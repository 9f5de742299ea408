package dev.cairn.application.activity;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.project.ProjectRepository;
import dev.cairn.domain.user.Caller;
import org.jspecify.annotations.Nullable;

/** Reads the activity log: a caller sees what happened in its projects, and what it did outside of them. */
public final class ActivityService {
    private final UnitOfWork work;
    private final ActivityLog log;
    private final ProjectRepository projects;

    public ActivityService(UnitOfWork work, ActivityLog log, ProjectRepository projects) {
        this.work = work;
        this.log = log;
        this.projects = projects;
    }

    /** @param project null for all that the caller sees */
    public Page<Activity> list(Caller caller, @Nullable ProjectRef project, ActivityFilter filter, PageRequest page) {
        return work.read(() -> {
            Access access = Access.read(caller);
            ActivityFilter within = project == null
                    ? filter
                    : filter.in(projects.require(access, project).id());
            return log.page(access, within, page);
        });
    }
}
