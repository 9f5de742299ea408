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
 * @param fencingToken grows by one with each claim (Q4)
 * @param claimId the current or last claim
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
        long fencingToken,
        @Nullable Id<Claim> claimId,
        @Nullable Instant leaseUntil,
        @Nullable Instant finishedAt,
        @Nullable Json result,
        @Nullable String lastError,
        @Nullable String note) {
    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(1);
    private static final Duration BACKOFF_MAX = Duration.ofMinutes(10);
    private static final int BACKOFF_SHIFT_MAX = 20;

    public QueueItem {
        position = Limits.range("position", position, 0, TicketContent.POSITION_LAST);
    }

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
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Q11: what a person may change of an item that nobody holds. */
    public QueueItem place(Priority newPriority, long newPosition, Instant newRunAt) {
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
                fencingToken,
                claimId,
                leaseUntil,
                finishedAt,
                result,
                lastError,
                note);
    }

    /** The lease goes on (Q5). */
    public QueueItem renew(Instant until) {
        return ended(ItemStatus.CLAIMED, runAt, attempts, stalls, until, null, result, lastError, note);
    }

    public QueueItem complete(Instant now, @Nullable Json newResult, @Nullable String newNote) {
        return ended(ItemStatus.COMPLETED, runAt, attempts, stalls, null, now, newResult, lastError, newNote);
    }

    /**
     * Q7: ready again later, or put aside when no attempt is left.
     *
     * @param jitter 0 to 1, how much of the random half of the delay is added
     */
    public QueueItem fail(
            Instant now, int maxAttempts, @Nullable String error, @Nullable String newNote, double jitter) {
        int failed = attempts + 1;
        if (failed >= maxAttempts) {
            return ended(ItemStatus.FAILED, runAt, failed, stalls, null, now, result, error, newNote);
        }
        return ended(
                ItemStatus.READY,
                now.plus(backoff(failed, jitter)),
                failed,
                stalls,
                null,
                null,
                result,
                error,
                newNote);
    }

    /** Q8: ready at once or at {@code until}; no attempt is counted. */
    public QueueItem release(Instant until, @Nullable String newNote) {
        return ended(ItemStatus.READY, until, attempts, stalls, null, null, result, lastError, newNote);
    }

    /** Q9: the holder went away. */
    public QueueItem lapse(Instant now, int maxStalls) {
        int stalled = stalls + 1;
        if (stalled >= maxStalls) {
            return ended(
                    ItemStatus.FAILED,
                    runAt,
                    attempts,
                    stalled,
                    null,
                    now,
                    result,
                    "The lease expired %d times".formatted(stalled),
                    note);
        }
        return ended(ItemStatus.READY, runAt, attempts, stalled, null, null, result, lastError, note);
    }

    public QueueItem cancel(Instant now) {
        return ended(ItemStatus.CANCELLED, runAt, attempts, stalls, null, now, result, lastError, note);
    }

    /** The subject was finished by a person. */
    public QueueItem finish(Instant now) {
        return ended(ItemStatus.COMPLETED, runAt, attempts, stalls, null, now, result, lastError, note);
    }

    /** The last of its group failed for good (Q10). */
    public QueueItem putAside(Instant now, @Nullable String error) {
        return ended(ItemStatus.FAILED, runAt, attempts, stalls, null, now, result, error, note);
    }

    /** Q7: back from the dead letters, counters at zero. */
    public QueueItem retry(Instant now) {
        requireStatus(ItemStatus.FAILED);
        return ended(ItemStatus.READY, now, 0, 0, null, null, result, lastError, note);
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

    private QueueItem ended(
            ItemStatus newStatus,
            Instant newRunAt,
            int newAttempts,
            int newStalls,
            @Nullable Instant newLeaseUntil,
            @Nullable Instant newFinishedAt,
            @Nullable Json newResult,
            @Nullable String newError,
            @Nullable String newNote) {
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
                newAttempts,
                newStalls,
                fencingToken,
                claimId,
                newLeaseUntil,
                newFinishedAt,
                newResult,
                newError,
                newNote);
    }
}
