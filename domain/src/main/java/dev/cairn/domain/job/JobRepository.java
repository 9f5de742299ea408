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
 * Stores jobs. Whoever changes one that runs names its token; with another one nothing changes (L21). Listed are those for projects of the caller, and
 * answers in conversations that the caller reads.
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

    /** Finds the one that is ready or running. */
    Optional<Job> findLive(JobKind kind, Id<?> subject);

    /** Inserts it unless one of its kind is live for its subject; answers the one that is live then (L19). */
    Job add(Job job);

    /**
     * Begins the one that is due first, by one statement: ready, or left behind by somebody whose lease is over. One of whose lane
     * as many are running as there may be waits (L26).
     *
     * @param most how many of a lane run at once
     * @param without jobs that are left to others
     */
    Optional<Job> claim(Instant now, Instant leaseUntil, int most, Set<Id<Job>> without);

    /**
     * When there will be something to do: the earliest time at which one is due, or a lease is over. It may be past, and those that
     * wait for their lane count.
     */
    Optional<Instant> findNextDue();

    /** Answers those that were left behind at their last attempt (L23). */
    List<Job> findLeftBehind(Instant now, int limit);

    /** Whether it runs under this token. */
    boolean holds(Id<Job> id, long token);

    /** Extends the lease; false when it is lost. */
    boolean extend(Id<Job> id, long token, Instant leaseUntil);

    /** Ends it well; false when it is lost. */
    boolean complete(Id<Job> id, long token, Instant now);

    /** Ends it for good; false when it is lost. */
    boolean fail(Id<Job> id, long token, String error, Instant now);

    /** Ends for good what was left behind at its last attempt; false when it is lost, or its lease runs again. */
    boolean bury(Id<Job> id, long token, String error, Instant now);

    /** Has it run again later; false when it is lost. */
    boolean putOff(Id<Job> id, long token, Instant runAt, String error);

    /** Gives it back as if it had not been begun (L24); false when it is lost. */
    boolean handBack(Id<Job> id, long token, Instant now);

    /** Says how far it is. */
    void report(Id<Job> id, IndexReport report);

    /** Ends it, whoever runs it; false when it has ended. */
    boolean cancel(Id<Job> id, Instant now);

    /** Removes those that ended before this time, by one statement, and answers how many. */
    int deleteEnded(Instant before, int limit);
}
