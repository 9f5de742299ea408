package dev.cairn.http.job;

import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.job.JobView;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in a list.
 *
 * @param subjectId what it is for: a project, or of a reply its run
 * @param error why the last attempt did not succeed
 */
record ListedJob(
        Id<Job> id,
        JobKind kind,
        JobStatus status,
        Id<?> subjectId,
        @Nullable Id<Project> projectId,
        int attempts,
        int maxAttempts,
        Instant runAt,
        @Nullable Instant leaseUntil,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    static ListedJob of(JobView view) {
        Job job = view.job();
        return new ListedJob(
                job.id(),
                job.kind(),
                job.status(),
                job.subjectId(),
                view.projectId(),
                job.attempts(),
                job.maxAttempts(),
                job.runAt(),
                job.leaseUntil(),
                job.lastError(),
                job.createdAt(),
                job.finishedAt());
    }
}
