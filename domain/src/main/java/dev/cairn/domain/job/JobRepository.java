package dev.cairn.domain.job;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.GuardedList;
import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Stores jobs. A change to a running job names its token; with another token nothing changes (L21). A list has the jobs
 * for the caller's projects, and answers in conversations that the caller may read.
 */
public interface JobRepository extends GuardedList<JobFilter, JobView> {
    Set<String> SORTS = Set.of("createdAt");
    Sort NEWEST_FIRST = Sort.by(Sort.desc("createdAt"));

    Optional<Job> find(Id<Job> id);

    /**
     * Finds a job of a kind whose subjects are projects, as somebody who may see its project.
     *
     * @throws dev.cairn.domain.error.NotFound {@code not_found} when there is none, or none that the caller may see
     */
    Job require(Access access, JobKind kind, Id<Job> id);

    /** Finds the job of this kind and subject that is ready or running. */
    Optional<Job> findLive(JobKind kind, Id<?> subject);

    /** Inserts a job and answers it; when one of its kind is live for its subject, inserts nothing and answers that one (L19). */
    Job add(Job job);

    /**
     * Claims the job that is due first, by one statement: a ready one, or one whose lease has expired. A job whose lane
     * has as many running as allowed waits (L26).
     *
     * @param most how many of a lane run at once
     * @param without jobs that are left to others
     */
    Optional<Job> claim(Instant now, Instant leaseUntil, int most, Set<Id<Job>> without);

    /**
     * Answers the earliest time at which a job is due or a lease ends. It may be in the past; jobs that wait for their
     * lane count, too.
     */
    Optional<Instant> findNextDue();

    /** Answers running jobs whose lease expired during their last attempt (L23). */
    List<Job> findLeftBehind(Instant now, int limit);

    /** Whether the job runs under this token. */
    boolean holds(Id<Job> id, long token);

    /** Extends the lease; answers false when the job is lost. */
    boolean extend(Id<Job> id, long token, Instant leaseUntil);

    /** Completes the job; answers false when it is lost. */
    boolean complete(Id<Job> id, long token, Instant now);

    /** Fails the job for good; answers false when it is lost. */
    boolean fail(Id<Job> id, long token, String error, Instant now);

    /**
     * Fails a job for good whose lease expired during its last attempt; answers false when it is lost or its lease was
     * renewed.
     */
    boolean bury(Id<Job> id, long token, String error, Instant now);

    /** Makes the job ready again at a later time; answers false when it is lost. */
    boolean putOff(Id<Job> id, long token, Instant runAt, String error);

    /** Makes the job ready again without counting the attempt (L24); answers false when it is lost. */
    boolean handBack(Id<Job> id, long token, Instant now);

    /** Stores the progress of an index run. */
    void report(Id<Job> id, IndexReport report);

    /** Cancels the job, whoever runs it; answers false when it has ended. */
    boolean cancel(Id<Job> id, Instant now);

    /** Deletes up to {@code limit} jobs that ended before this time by one statement, and answers how many. */
    int deleteEnded(Instant before, int limit);
}
