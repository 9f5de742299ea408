package dev.cairn.persistence.job;

import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobStatus;
import dev.cairn.domain.kernel.Id;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.kernel.JsonLists;
import dev.cairn.schema.Check;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.Length;
import dev.cairn.schema.Range;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code jobs}. The subject is of many kinds, so that no foreign key can name its table. */
@MappedEntity("jobs")
@Check("status <> 'RUNNING' OR lease_until IS NOT NULL")
@Check("status <> 'FAILED' OR last_error IS NOT NULL")
@Check("(status IN ('READY', 'RUNNING')) = (finished_at IS NULL)")
@Index(name = "jobs_live", on = "kind, subject_id", unique = true, where = JobRow.LIVE)
@Index(name = "jobs_due", on = "priority DESC, run_at, id", where = JobRow.LIVE)
@Index(name = "jobs_ready", on = "run_at", where = "status = 'READY'")
@Index(name = "jobs_lease", on = "lease_until", where = "status = 'RUNNING'")
@Index(name = "jobs_lane", on = "lane_id, lease_until", where = "status = 'RUNNING'")
@Index(name = "jobs_ended", on = "finished_at", where = "finished_at IS NOT NULL")
record JobRow(
        @io.micronaut.data.annotation.Id long id,
        JobKind kind,
        long subjectId,
        @Nullable Long laneId,
        JobStatus status,
        @Range(min = 0, max = Job.PRIORITY_MAX) int priority,
        Instant runAt,
        @Range(min = 0, max = Job.ATTEMPTS_MAX) int attempts,
        @Range(min = 1, max = Job.ATTEMPTS_MAX) int maxAttempts,
        @Range(min = 0) long token,
        @Nullable Instant leaseUntil,

        @Length(min = 1, max = Job.ERROR_MAX) @Nullable String lastError,

        @Json @Nullable String report,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    static final String LIVE = "status IN ('READY', 'RUNNING')";

    static JobRow of(Job job) {
        Id<?> lane = job.laneId();
        return new JobRow(
                job.id().value(),
                job.kind(),
                job.subjectId().value(),
                lane == null ? null : lane.value(),
                job.status(),
                job.priority(),
                job.runAt(),
                job.attempts(),
                job.maxAttempts(),
                job.token(),
                job.leaseUntil(),
                job.lastError(),
                text(job.report()),
                job.createdAt(),
                job.finishedAt());
    }

    static @Nullable String text(@Nullable IndexReport report) {
        return report == null ? null : JsonLists.write(report.tree());
    }

    Job toDomain() {
        return new Job(
                new Id<>(id),
                kind,
                new Id<>(subjectId),
                laneId == null ? null : new Id<>(laneId),
                status,
                priority,
                runAt,
                attempts,
                maxAttempts,
                token,
                leaseUntil,
                lastError,
                report == null ? null : IndexReport.read(JsonTrees.read(report)),
                createdAt,
                finishedAt);
    }
}
