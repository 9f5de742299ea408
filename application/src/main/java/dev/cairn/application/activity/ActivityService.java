package dev.cairn.application.activity;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Caller;

/** Reads the activity log: a caller sees what happened in its projects, and what it did outside of them. */
public final class ActivityService {
    private final UnitOfWork work;
    private final ActivityLog log;

    public ActivityService(UnitOfWork work, ActivityLog log) {
        this.work = work;
        this.log = log;
    }

    public Page<Activity> list(Caller caller, ActivityFilter filter, PageRequest page) {
        return work.read(() -> log.page(Access.read(caller), filter, page));
    }
}
