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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the activity log: a caller sees the entries of its projects, and its own outside of them. */
public final class ActivityService {
    private final UnitOfWork work;
    private final ActivityLog log;
    private final ProjectRepository projects;

    public ActivityService(UnitOfWork work, ActivityLog log, ProjectRepository projects) {
        this.work = work;
        this.log = log;
        this.projects = projects;
    }

    /**
     * Answers the log's entries after this number, at most {@code limit}, the oldest first. A follower misses no entry
     * that commits later, and gets none twice.
     *
     * @param project null for all that the caller sees
     */
    public Followed follow(Caller caller, @Nullable ProjectRef project, ActivityFilter filter, long after, int limit) {
        return work.read(() -> {
            Access access = Access.read(caller);
            List<Activity> entries = log.after(access, within(access, project, filter), after, limit);
            return new Followed(
                    entries, entries.isEmpty() ? after : entries.getLast().seq());
        });
    }

    /** @param project null for all that the caller sees */
    public Page<Activity> list(Caller caller, @Nullable ProjectRef project, ActivityFilter filter, PageRequest page) {
        return work.read(() -> {
            Access access = Access.read(caller);
            return log.page(access, within(access, project, filter), page);
        });
    }

    private ActivityFilter within(Access access, @Nullable ProjectRef project, ActivityFilter filter) {
        return project == null
                ? filter
                : filter.in(projects.require(access, project).id());
    }
}
