package dev.cairn.application.job;

import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.job.JobFilter;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.job.JobView;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Caller;
import java.util.List;

/** Use cases of listing background jobs and their results. */
public final class JobService {
    private final UnitOfWork work;
    private final JobRepository jobs;

    public JobService(UnitOfWork work, JobRepository jobs) {
        this.work = work;
        this.jobs = jobs;
    }

    /**
     * Answers the jobs for projects of the caller and the answers that it may read; those of the whole system, too, if it is an admin.
     *
     * @param kinds none means any; {@code statuses} too
     */
    public Page<JobView> list(Caller caller, List<JobKind> kinds, List<JobStatus> statuses, PageRequest page) {
        Access access = Access.read(caller);
        return work.read(() -> jobs.page(access, new JobFilter(kinds, statuses, caller.isAdmin()), page));
    }
}
