package dev.cairn.persistence.job;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.job.Job;
import dev.cairn.domain.job.JobFilter;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.job.JobRepository;
import dev.cairn.domain.job.JobView;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The store of jobs. */
@Store
abstract class JobStore implements JobRepository, GenericRepository<JobRow, Long> {
    private static final String MINE = " WHERE id = :id AND token = :token AND status = 'RUNNING'";

    private final GuardedFinder<Job> finder;
    private final JobList list;

    JobStore(SharedSql sql) {
        this.list = new JobList(sql);
        this.finder = sql.finder(
                JobRow.class,
                "job",
                "r.subject_id",
                JobRow::toDomain,
                "projects p",
                "p.id = r.subject_id AND p.deleted_at IS NULL");
    }

    abstract Optional<JobRow> findById(long id);

    abstract JobRow save(JobRow row);

    @Query(
            "SELECT j.* FROM jobs j WHERE j.kind = :kind AND j.subject_id = :subject AND j.status IN ('READY', 'RUNNING')")
    abstract Optional<JobRow> findLiveOf(JobKind kind, Id<?> subject);

    /** The outer condition holds even when the row changed since the inner one saw it. */
    @Query("""
            UPDATE jobs
               SET status = 'RUNNING', attempts = attempts + 1, token = token + 1, lease_until = :leaseUntil
             WHERE id = (SELECT j.id FROM jobs j
                          WHERE j.status IN ('READY', 'RUNNING') AND j.attempts < j.max_attempts
                            AND ((j.status = 'READY' AND j.run_at <= :now) OR (j.status = 'RUNNING' AND j.lease_until <= :now))
                            AND NOT (j.id\s""" + IdSet.IN + """
                            ) AND (j.lane_id IS NULL
                                 OR (SELECT count(*) FROM jobs r
                                      WHERE r.lane_id = j.lane_id AND r.status = 'RUNNING' AND r.lease_until > :now) < :most)
                          ORDER BY j.priority DESC, j.run_at, j.id LIMIT 1)
               AND (status = 'READY' OR (status = 'RUNNING' AND lease_until <= :now))
            RETURNING *
            """)
    abstract List<JobRow> begin(Instant now, Instant leaseUntil, int most, String ids);

    @Query("""
            SELECT j.* FROM jobs j
             WHERE j.id IN ((SELECT r.id FROM jobs r WHERE r.status = 'READY' ORDER BY r.run_at LIMIT 1),
                            (SELECT r.id FROM jobs r WHERE r.status = 'RUNNING' ORDER BY r.lease_until LIMIT 1))
            """)
    abstract List<JobRow> findFirst();

    @Query("""
            SELECT j.* FROM jobs j
             WHERE j.status = 'RUNNING' AND j.lease_until <= :now AND j.attempts >= j.max_attempts
             ORDER BY j.lease_until, j.id LIMIT :most
            """)
    abstract List<JobRow> findOver(Instant now, int most);

    @Query("SELECT j.* FROM jobs j" + MINE)
    abstract Optional<JobRow> findMine(Id<Job> id, long token);

    @Query("UPDATE jobs SET lease_until = :leaseUntil" + MINE)
    abstract int lease(Id<Job> id, long token, Instant leaseUntil);

    @Query("UPDATE jobs SET status = 'COMPLETED', lease_until = NULL, last_error = NULL, finished_at = :now" + MINE)
    abstract int end(Id<Job> id, long token, Instant now);

    @Query("UPDATE jobs SET status = 'FAILED', lease_until = NULL, last_error = :error, finished_at = :now" + MINE)
    abstract int giveUp(Id<Job> id, long token, String error, Instant now);

    /**
     * Fails a job whose lease has expired and whose attempts are used up; 0 rows when it was extended or begun again meanwhile.
     */
    @Query("UPDATE jobs SET status = 'FAILED', lease_until = NULL, last_error = :error, finished_at = :now" + MINE
            + " AND lease_until <= :now AND attempts >= max_attempts")
    abstract int giveUpOver(Id<Job> id, long token, String error, Instant now);

    @Query("UPDATE jobs SET status = 'READY', lease_until = NULL, last_error = :error, run_at = :runAt" + MINE)
    abstract int again(Id<Job> id, long token, Instant runAt, String error);

    @Query("UPDATE jobs SET status = 'READY', lease_until = NULL, attempts = attempts - 1, run_at = :now" + MINE)
    abstract int unclaim(Id<Job> id, long token, Instant now);

    @Query("UPDATE jobs SET report = :report WHERE id = :id")
    abstract void tell(Id<Job> id, String report);

    @Query(
            "UPDATE jobs SET status = 'CANCELLED', lease_until = NULL, finished_at = :now WHERE id = :id AND status IN ('READY', 'RUNNING')")
    abstract int stop(Id<Job> id, Instant now);

    @Query(
            "DELETE FROM jobs WHERE id IN (SELECT j.id FROM jobs j WHERE j.finished_at < :before ORDER BY j.finished_at LIMIT :most)")
    abstract int remove(Instant before, int most);

    @Override
    public Optional<Job> find(Id<Job> id) {
        return read(findById(id.value()));
    }

    @Override
    public Job require(Access access, JobKind kind, Id<Job> id) {
        Job job = finder.require(access, "r.id = ?", id);
        if (job.kind() != kind) {
            throw NotFound.of("job", id);
        }
        return job;
    }

    @Override
    public Page<JobView> page(Access access, JobFilter filter, PageRequest request) {
        return list.page(access, filter, request);
    }

    @Override
    public Optional<Job> findLive(JobKind kind, Id<?> subject) {
        return read(findLiveOf(kind, subject));
    }

    @Override
    public Job add(Job job) {
        return findLive(job.kind(), job.subjectId()).orElseGet(() -> {
            Errors.translating(() -> save(ReadBack.row(job, JobRow::of, JobRow::toDomain)));
            return job;
        });
    }

    @Override
    public Optional<Job> claim(Instant now, Instant leaseUntil, int most, Set<Id<Job>> without) {
        return read(begin(now, leaseUntil, most, IdSet.of(without)).stream().findFirst());
    }

    @Override
    public Optional<Instant> findNextDue() {
        return findFirst().stream()
                .map(row -> row.leaseUntil() == null ? row.runAt() : row.leaseUntil())
                .min(Instant::compareTo);
    }

    @Override
    public List<Job> findLeftBehind(Instant now, int limit) {
        return Errors.readingEach(findOver(now, limit), JobRow::toDomain);
    }

    @Override
    public boolean holds(Id<Job> id, long token) {
        return findMine(id, token).isPresent();
    }

    @Override
    public boolean extend(Id<Job> id, long token, Instant leaseUntil) {
        return lease(id, token, leaseUntil) > 0;
    }

    @Override
    public boolean complete(Id<Job> id, long token, Instant now) {
        return end(id, token, now) > 0;
    }

    @Override
    public boolean fail(Id<Job> id, long token, String error, Instant now) {
        return giveUp(id, token, Job.error(error), now) > 0;
    }

    @Override
    public boolean bury(Id<Job> id, long token, String error, Instant now) {
        return giveUpOver(id, token, Job.error(error), now) > 0;
    }

    @Override
    public boolean putOff(Id<Job> id, long token, Instant runAt, String error) {
        return again(id, token, runAt, Job.error(error)) > 0;
    }

    @Override
    public boolean handBack(Id<Job> id, long token, Instant now) {
        return unclaim(id, token, now) > 0;
    }

    @Override
    public void report(Id<Job> id, IndexReport report) {
        tell(id, Objects.requireNonNull(JobRow.text(report)));
    }

    @Override
    public boolean cancel(Id<Job> id, Instant now) {
        return stop(id, now) > 0;
    }

    @Override
    public int deleteEnded(Instant before, int limit) {
        return remove(before, limit);
    }

    private static Optional<Job> read(Optional<JobRow> row) {
        return row.map(found -> Errors.reading(found, JobRow::toDomain));
    }
}
