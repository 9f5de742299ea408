package dev.cairn.domain.queue;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one record of a subject's place in a queue.
 *
 * @param groupId the ticket's item, when this is one of its tasks enqueued together (Q10)
 * @param runAt not handed out before
 * @param attempts failures so far (Q7)
 * @param stalls expired leases so far (Q9)
 * @param releases how often it was given back in a row without progress (Q19)
 * @param fencingToken grows by one with each claim (Q4)
 * @param claimId the current or last claim
 * @param prioritySet whether its priority was set on the item itself; otherwise it follows the ticket's (Q23)
 * @param positionSet as prioritySet, of its position
 */
public record QueueItem(
        Id<QueueItem> id,
        Id<Queue> queueId,
        Subject subject,
        @Nullable Id<QueueItem> groupId,
        ItemStatus status,
        Priority priority,
        long position,
        Instant enqueuedAt,
        Instant runAt,
        int attempts,
        int stalls,
        int releases,
        long fencingToken,
        @Nullable Id<Claim> claimId,
        @Nullable Instant leaseUntil,
        @Nullable Instant finishedAt,
        @Nullable Json result,
        @Nullable String lastError,
        @Nullable String note,
        boolean prioritySet,
        boolean positionSet) {
    /** As often it may be given back in a row before that slows it down (Q19). */
    static final int RELEASES_AT_ONCE = 2;

    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(1);
    private static final Duration BACKOFF_MAX = Duration.ofMinutes(10);
    private static final int BACKOFF_SHIFT_MAX = 20;

    public QueueItem {
        position = Limits.range("position", position, 0, TicketContent.POSITION_LAST);
    }

    /** An item with its ticket's priority and place. */
    public static QueueItem enqueue(
            Id<QueueItem> id,
            Id<Queue> queueId,
            Subject subject,
            @Nullable Id<QueueItem> groupId,
            Priority priority,
            long position,
            Instant now,
            Instant runAt) {
        return new QueueItem(
                id,
                queueId,
                subject,
                groupId,
                ItemStatus.READY,
                priority,
                position,
                now,
                runAt,
                0,
                0,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                false);
    }

    /** A new item that is handed out as it enters the queue (Q22). */
    public QueueItem handedTo(Id<Claim> claim, Instant until) {
        requireStatus(ItemStatus.READY);
        return new QueueItem(
                id,
                queueId,
                subject,
                groupId,
                ItemStatus.CLAIMED,
                priority,
                position,
                enqueuedAt,
                runAt,
                attempts,
                stalls,
                releases,
                fencingToken + 1,
                claim,
                until,
                finishedAt,
                result,
                lastError,
                note,
                prioritySet,
                positionSet);
    }

    /** Q11: what a person may change of an item that nobody holds; what differs is its own from now on (Q23). */
    public QueueItem place(Priority newPriority, long newPosition, Instant newRunAt) {
        return place(newPriority, newPosition, newRunAt, newPriority != priority, newPosition != position);
    }

    /** As above; what is set stays when the ticket changes, even where it is what the ticket has now (Q23). */
    public QueueItem place(
            Priority newPriority, long newPosition, Instant newRunAt, boolean setsPriority, boolean setsPosition) {
        requireStatus(ItemStatus.READY);
        return new QueueItem(
                id,
                queueId,
                subject,
                groupId,
                status,
                newPriority,
                newPosition,
                enqueuedAt,
                newRunAt,
                attempts,
                stalls,
                releases,
                fencingToken,
                claimId,
                leaseUntil,
                finishedAt,
                result,
                lastError,
                note,
                prioritySet || setsPriority,
                positionSet || setsPosition);
    }

    /** The lease goes on (Q5), or on again when the sweeper had put the item back (Q18). */
    public QueueItem renew(Instant until) {
        return next(ItemStatus.CLAIMED, runAt, until, null);
    }

    public QueueItem complete(Instant now, @Nullable Json newResult, @Nullable String newNote) {
        return next(ItemStatus.COMPLETED, runAt, null, now)
                .counting(attempts, stalls, 0)
                .resulting(newResult)
                .saying(lastError, newNote);
    }

    /**
     * Q7: ready again later, or put aside when no attempt is left.
     *
     * @param jitter 0 to 1, how much of the random half of the delay is added
     */
    public QueueItem fail(
            Instant now, int maxAttempts, @Nullable String error, @Nullable String newNote, double jitter) {
        int failed = attempts + 1;
        QueueItem left = failed >= maxAttempts
                ? next(ItemStatus.FAILED, runAt, null, now)
                : next(ItemStatus.READY, now.plus(backoff(failed, jitter)), null, null);
        return left.counting(failed, stalls, 0).saying(error, newNote);
    }

    /**
     * Q8: ready at once or at {@code until}; no attempt is counted. Given back again and again without progress it becomes
     * ready later and later (Q19).
     */
    public QueueItem release(Instant now, Instant until, boolean progressed, @Nullable String newNote, double jitter) {
        int given = progressed ? 0 : releases + 1;
        Instant earliest = given > RELEASES_AT_ONCE ? now.plus(backoff(given - RELEASES_AT_ONCE, jitter)) : now;
        Instant ready = until.isAfter(earliest) ? until : earliest;
        return next(ItemStatus.READY, ready, null, null)
                .counting(attempts, stalls, given)
                .saying(lastError, newNote);
    }

    /** Q9: the holder went away. */
    public QueueItem lapse(Instant now, int maxStalls) {
        int stalled = stalls + 1;
        if (stalled >= maxStalls) {
            return next(ItemStatus.FAILED, runAt, null, now)
                    .counting(attempts, stalled, 0)
                    .saying("The lease expired %d times".formatted(stalled), note);
        }
        return next(ItemStatus.READY, runAt, null, null).counting(attempts, stalled, releases);
    }

    public QueueItem cancel(Instant now) {
        return next(ItemStatus.CANCELLED, runAt, null, now);
    }

    /** The subject was finished by a person. */
    public QueueItem finish(Instant now) {
        return next(ItemStatus.COMPLETED, runAt, null, now);
    }

    /** The last of its group failed for good (Q10). */
    public QueueItem putAside(Instant now, @Nullable String error) {
        return next(ItemStatus.FAILED, runAt, null, now).saying(error, note);
    }

    /** Q7: back from the dead letters, counters at zero. */
    public QueueItem retry(Instant now) {
        requireStatus(ItemStatus.FAILED);
        return moved(ItemStatus.READY, now, null, null).counting(0, 0, 0);
    }

    /** @throws Conflict {@code item_state} */
    public QueueItem requireStatus(ItemStatus required) {
        if (status != required) {
            throw new Conflict(
                    ErrorCode.ITEM_STATE,
                    "The item is %s, not %s".formatted(Wire.of(status), Wire.of(required)),
                    Map.of("status", Wire.of(status)));
        }
        return this;
    }

    /** min(10 min, 1 s · 2ⁿ), of which a random half is taken away so that retries spread (Q7). */
    static Duration backoff(int attempts, double jitter) {
        Duration full = BACKOFF_FIRST.multipliedBy(1L << Math.min(attempts, BACKOFF_SHIFT_MAX));
        Duration bounded = full.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : full;
        long half = bounded.toMillis() / 2;
        return Duration.ofMillis(half + Math.round(half * jitter));
    }

    /** What has ended stays ended: only {@link #retry} takes an item back (Q16). */
    private QueueItem next(
            ItemStatus newStatus, Instant newRunAt, @Nullable Instant newLeaseUntil, @Nullable Instant newFinishedAt) {
        if (!status.live()) {
            requireStatus(ItemStatus.CLAIMED);
        }
        return moved(newStatus, newRunAt, newLeaseUntil, newFinishedAt);
    }

    private QueueItem moved(
            ItemStatus newStatus, Instant newRunAt, @Nullable Instant newLeaseUntil, @Nullable Instant newFinishedAt) {
        return new QueueItem(
                id,
                queueId,
                subject,
                groupId,
                newStatus,
                priority,
                position,
                enqueuedAt,
                newRunAt,
                attempts,
                stalls,
                releases,
                fencingToken,
                claimId,
                newLeaseUntil,
                newFinishedAt,
                result,
                lastError,
                note,
                prioritySet,
                positionSet);
    }

    private QueueItem counting(int newAttempts, int newStalls, int newReleases) {
        return with(newAttempts, newStalls, newReleases, result, lastError, note);
    }

    private QueueItem resulting(@Nullable Json newResult) {
        return with(attempts, stalls, releases, newResult, lastError, note);
    }

    private QueueItem saying(@Nullable String newError, @Nullable String newNote) {
        return with(attempts, stalls, releases, result, newError, newNote);
    }

    private QueueItem with(
            int newAttempts,
            int newStalls,
            int newReleases,
            @Nullable Json newResult,
            @Nullable String newError,
            @Nullable String newNote) {
        return new QueueItem(
                id,
                queueId,
                subject,
                groupId,
                status,
                priority,
                position,
                enqueuedAt,
                runAt,
                newAttempts,
                newStalls,
                newReleases,
                fencingToken,
                claimId,
                leaseUntil,
                finishedAt,
                newResult,
                newError,
                newNote,
                prioritySet,
                positionSet);
    }
}
