package dev.cairn.application.file;

import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the index, as it is now.
 *
 * @param report the progress, and at the end the result
 * @param error why it failed, or why the last attempt did
 */
public record IndexJob(
        Id<Job> id,
        Id<Project> projectId,
        JobStatus status,
        IndexReport report,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    static IndexJob of(Job job) {
        IndexReport report = job.report();
        return new IndexJob(
                job.id(),
                new Id<>(job.subjectId().value()),
                job.status(),
                report == null ? IndexReport.starting(false) : report,
                job.lastError(),
                job.createdAt(),
                job.finishedAt());
    }
}
