package dev.cairn.http.job;

import dev.cairn.application.job.JobService;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.user.Caller;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.door.ListBody;
import dev.cairn.http.door.Paging;
import dev.cairn.http.door.Routes;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import java.util.List;

/** The route of background jobs in all projects. */
@Routes(HttpSettings.BASE + "/jobs")
record JobController(JobService jobs) {
    @Introspected
    record Wanted(Paging paging, List<JobKind> kind, List<JobStatus> status) {}

    @Get
    ListBody<ListedJob> list(Caller caller, @RequestBean Wanted wanted) {
        var page = wanted.paging().by(JobRepository.SORTS, JobRepository.NEWEST_FIRST);
        return ListBody.of(jobs.list(caller, wanted.kind(), wanted.status(), page), ListedJob::of);
    }
}
