package dev.cairn.domain.job;

import dev.cairn.domain.file.IndexReport;
import dev.cairn.domain.kernel.Id;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work for a subject, done at least once, under a lease (L19). Its payload is ids only; the data is read when it runs.
 *
 * @param subjectId the subject; at most one job of a kind is live for a subject
 * @param laneId the lane, a provider, of which only so many jobs run at once (L26); null for none
 * @param priority the higher goes first
 * @param attempts how often it was begun; counted at the claim (L23)
 * @param token grows with each claim; a runner with an older token has lost the job (L21)
 * @param leaseUntil the time until which the current runner holds the job
 * @param lastError why the last attempt did not succeed, bounded
 * @param report how far an index run is; null for every other kind
 */
public record Job(
        Id<Job> id,
        JobKind kind,
        Id<?> subjectId,
        @Nullable Id<?> laneId,
        JobStatus status,
        int priority,
        Instant runAt,
        int attempts,
        int maxAttempts,
        long token,
        @Nullable Instant leaseUntil,
        @Nullable String lastError,
        @Nullable IndexReport report,
        Instant createdAt,
        @Nullable Instant finishedAt) {
    public static final int ATTEMPTS_DEFAULT = 3;
    public static final int ATTEMPTS_MAX = 100;
    public static final int ERROR_MAX = 1_000;
    public static final int PRIORITY_MAX = 9;
    public static final Duration LEASE = Duration.ofSeconds(60);
    public static final Duration HEARTBEAT_EVERY = Duration.ofSeconds(15);

    /** The longest wait before the next attempt, whatever a provider asks for (L6). */
    public static final Duration WAIT_MAX = Duration.ofMinutes(10);

    private static final Duration WAIT_FIRST = Duration.ofSeconds(2);
    private static final int DOUBLINGS_MAX = 20;

    /** Makes a job that is due at once. */
    public static Job ready(Id<Job> id, JobKind kind, Id<?> subject, @Nullable Id<?> lane, Instant now) {
        return new Job(
                id, kind, subject, lane, JobStatus.READY, 0, now, 0, ATTEMPTS_DEFAULT, 0, null, null, null, now, null);
    }

    /** Whether the attempt that began last is the last one allowed. */
    public boolean exhausted() {
        return attempts >= maxAttempts;
    }

    /**
     * Returns the wait after this many failures: 2 s, doubled each time, at most {@link #WAIT_MAX}. Half of it is
     * random, so that jobs that failed together are not retried together.
     *
     * @param jitter 0 to 1
     */
    public static Duration backoff(int attempts, double jitter) {
        long whole =
                Math.min(WAIT_MAX.toMillis(), WAIT_FIRST.toMillis() << Math.clamp(attempts - 1L, 0, DOUBLINGS_MAX));
        return Duration.ofMillis(whole / 2 + Math.round(whole / 2.0 * jitter));
    }

    /** Cleans and cuts an error message to the length that is stored. */
    public static String error(@Nullable String text) {
        String said = text == null ? "" : text.replace('\0', ' ').strip();
        String known = said.isEmpty() ? "It failed without saying why" : said;
        return known.codePointCount(0, known.length()) <= ERROR_MAX
                ? known
                : known.substring(0, known.offsetByCodePoints(0, ERROR_MAX));
    }
}
