package dev.cairn.domain.queue;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Wire;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one record of a subject's place in a queue.
 *
 * @param groupId the ticket's item, when this is one of its tasks enqueued together (Q10)
 * @param runAt not handed out before
 */
@RecordBuilder
public record QueueItem(
        Id<QueueItem> id,
        Id<Queue> queueId,
        Subject subject,
        @Nullable Id<QueueItem> groupId,
        ItemStatus status,
        Place place,
        Instant enqueuedAt,
        Instant runAt,
        Tries tries,
        Hold hold,
        @Nullable Instant finishedAt,
        Said said)
        implements QueueItemBuilder.With {
    /**
     * The item's place in the order of its queue.
     *
     * @param prioritySet whether its priority was set on the item itself; otherwise it follows the ticket's (Q23)
     * @param positionSet as prioritySet, of its position
     */
    public record Place(Priority priority, long position, boolean prioritySet, boolean positionSet) {
        public Place {
            position = Limits.range("position", position, 0, TicketContent.POSITION_LAST);
        }

        /** Makes a place that follows the ticket's. */
        public static Place following(Priority priority, long position) {
            return new Place(priority, position, false, false);
        }
    }

    /**
     * The counters of an item's failures, expired leases and releases.
     *
     * @param attempts failures so far (Q7)
     * @param stalls expired leases so far (Q9)
     * @param releases how often it was given back in a row without progress (Q19)
     */
    public record Tries(int attempts, int stalls, int releases) {
        public static final Tries NONE = new Tries(0, 0, 0);
    }

    /**
     * The current or last claim of the item, with the lease.
     *
     * @param fencingToken grows by one with each claim (Q4)
     * @param claimId the current or last claim
     */
    public record Hold(
            long fencingToken,
            @Nullable Id<Claim> claimId,
            @Nullable Instant leaseUntil) {
        public static final Hold NEVER = new Hold(0, null, null);

        Hold until(@Nullable Instant newLeaseUntil) {
            return new Hold(fencingToken, claimId, newLeaseUntil);
        }
    }

    /** The result, notes and error that its holders reported; the error is the last one. */
    public record Said(
            @Nullable Json result,
            @Nullable String error,
            @Nullable String note) {
        public static final Said NOTHING = new Said(null, null, null);
    }

    /** The number of releases in a row that do not delay the item (Q19). */
    static final int RELEASES_AT_ONCE = 2;

    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(1);
    private static final Duration BACKOFF_MAX = Duration.ofMinutes(10);
    private static final int BACKOFF_SHIFT_MAX = 20;

    /** Makes an item with its ticket's priority and place. */
    public static QueueItem enqueue(
            Id<QueueItem> id,
            Id<Queue> queueId,
            Subject subject,
            @Nullable Id<QueueItem> groupId,
            Priority priority,
            long position,
            Instant now,
            Instant runAt) {
        Place place = Place.following(priority, position);
        return new QueueItem(
                id,
                queueId,
                subject,
                groupId,
                ItemStatus.READY,
                place,
                now,
                runAt,
                Tries.NONE,
                Hold.NEVER,
                null,
                Said.NOTHING);
    }

    public Priority priority() {
        return place.priority();
    }

    public long position() {
        return place.position();
    }

    public boolean prioritySet() {
        return place.prioritySet();
    }

    public boolean positionSet() {
        return place.positionSet();
    }

    public int attempts() {
        return tries.attempts();
    }

    public int stalls() {
        return tries.stalls();
    }

    public int releases() {
        return tries.releases();
    }

    public long fencingToken() {
        return hold.fencingToken();
    }

    public @Nullable Id<Claim> claimId() {
        return hold.claimId();
    }

    public @Nullable Instant leaseUntil() {
        return hold.leaseUntil();
    }

    public @Nullable Json result() {
        return said.result();
    }

    public @Nullable String lastError() {
        return said.error();
    }

    public @Nullable String note() {
        return said.note();
    }

    /** Returns a new item as claimed, for a ticket that is handed out as it enters the queue (Q22). */
    public QueueItem handedTo(Id<Claim> claim, Instant until) {
        requireStatus(ItemStatus.READY);
        Hold next = new Hold(fencingToken() + 1, claim, until);
        return withStatus(ItemStatus.CLAIMED).withHold(next);
    }

    /**
     * Changes the fields that a person may change of an item that nobody holds (Q11); those that differ are the item's
     * own from then on (Q23).
     */
    public QueueItem place(Priority newPriority, long newPosition, Instant newRunAt) {
        return place(newPriority, newPosition, newRunAt, newPriority != priority(), newPosition != position());
    }

    /** Places the item as above; a marked value stays when the ticket changes, even if it equals the ticket's now (Q23). */
    public QueueItem place(
            Priority newPriority, long newPosition, Instant newRunAt, boolean setsPriority, boolean setsPosition) {
        requireStatus(ItemStatus.READY);
        Place next = new Place(newPriority, newPosition, prioritySet() || setsPriority, positionSet() || setsPosition);
        return withPlace(next).withRunAt(newRunAt);
    }

    /** Takes its ticket's priority and place where none was set on it (Q23). */
    public QueueItem follow(Ticket ticket) {
        return withPlace(new Place(
                prioritySet() ? priority() : ticket.content().priority(),
                positionSet() ? position() : ticket.content().position(),
                prioritySet(),
                positionSet()));
    }

    /** Renews the lease (Q5), also of an item that the sweeper had put back (Q18). */
    public QueueItem renew(Instant until) {
        return next(ItemStatus.CLAIMED, runAt, until, null);
    }

    public QueueItem complete(Instant now, @Nullable Json newResult, @Nullable String newNote) {
        return next(ItemStatus.COMPLETED, runAt, null, now)
                .counting(attempts(), stalls(), 0)
                .withSaid(new Said(newResult, lastError(), newNote));
    }

    /**
     * Counts a failure (Q7): the item is ready again later, or put aside when no attempt is left.
     *
     * @param jitter 0 to 1, how much of the random half of the delay is added
     */
    public QueueItem fail(
            Instant now, int maxAttempts, @Nullable String error, @Nullable String newNote, double jitter) {
        int failed = attempts() + 1;
        QueueItem left = failed >= maxAttempts
                ? next(ItemStatus.FAILED, runAt, null, now)
                : next(ItemStatus.READY, now.plus(backoff(failed, jitter)), null, null);
        return left.counting(failed, stalls(), 0).withSaid(new Said(result(), error, newNote));
    }

    /**
     * Gives the item back (Q8): it is ready at once or at {@code until}, and no attempt is counted. Given back again and
     * again without progress, it becomes ready later and later (Q19).
     */
    public QueueItem release(Instant now, Instant until, boolean progressed, @Nullable String newNote, double jitter) {
        int given = progressed ? 0 : releases() + 1;
        Instant earliest = given > RELEASES_AT_ONCE ? now.plus(backoff(given - RELEASES_AT_ONCE, jitter)) : now;
        Instant ready = until.isAfter(earliest) ? until : earliest;
        return next(ItemStatus.READY, ready, null, null)
                .counting(attempts(), stalls(), given)
                .withSaid(new Said(result(), lastError(), newNote));
    }

    /** Takes the item back from a holder who went away (Q9). */
    public QueueItem lapse(Instant now, int maxStalls) {
        int stalled = stalls() + 1;
        if (stalled >= maxStalls) {
            return next(ItemStatus.FAILED, runAt, null, now)
                    .counting(attempts(), stalled, 0)
                    .failing("The lease expired %d times".formatted(stalled));
        }
        return next(ItemStatus.READY, runAt, null, null).counting(attempts(), stalled, releases());
    }

    public QueueItem cancel(Instant now) {
        return next(ItemStatus.CANCELLED, runAt, null, now);
    }

    /** Ends the item, because a person finished its subject. */
    public QueueItem finish(Instant now) {
        return next(ItemStatus.COMPLETED, runAt, null, now);
    }

    /** Puts a group's item aside, because the last item of the group failed for good (Q10). */
    public QueueItem putAside(Instant now, @Nullable String error) {
        return next(ItemStatus.FAILED, runAt, null, now).failing(error);
    }

    /** Makes a failed item ready again, with its counters at zero (Q7). */
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

    /** Answers min(10 min, 1 s · 2ⁿ), less a random half, so that retries spread (Q7). */
    static Duration backoff(int attempts, double jitter) {
        Duration full = BACKOFF_FIRST.multipliedBy(1L << Math.min(attempts, BACKOFF_SHIFT_MAX));
        Duration bounded = full.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : full;
        long half = bounded.toMillis() / 2;
        return Duration.ofMillis(half + Math.round(half * jitter));
    }

    /** Moves the item to another status. What has ended stays ended: only {@link #retry} takes it back (Q16). */
    private QueueItem next(
            ItemStatus newStatus, Instant newRunAt, @Nullable Instant newLeaseUntil, @Nullable Instant newFinishedAt) {
        if (!status.live()) {
            requireStatus(ItemStatus.CLAIMED);
        }
        return moved(newStatus, newRunAt, newLeaseUntil, newFinishedAt);
    }

    private QueueItem moved(
            ItemStatus newStatus, Instant newRunAt, @Nullable Instant newLeaseUntil, @Nullable Instant newFinishedAt) {
        return withStatus(newStatus)
                .withRunAt(newRunAt)
                .withHold(hold.until(newLeaseUntil))
                .withFinishedAt(newFinishedAt);
    }

    private QueueItem counting(int attempts, int stalls, int releases) {
        return withTries(new Tries(attempts, stalls, releases));
    }

    private QueueItem failing(@Nullable String error) {
        return withSaid(new Said(result(), error, note()));
    }
}
