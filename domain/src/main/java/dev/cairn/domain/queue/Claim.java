package dev.cairn.domain.queue;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One holder's time with an item; kept as history.
 *
 * @param label the holder's own name for itself
 * @param itemStatus how the claim left the item, null while it lasts
 * @param retryAt when the item may be handed out again, null when it may not
 */
@RecordBuilder
public record Claim(
        Id<Claim> id,
        Id<QueueItem> itemId,
        long fencingToken,
        @Nullable Id<User> userId,
        String label,
        int leaseSeconds,
        Instant claimedAt,
        Instant heartbeatAt,
        @Nullable Progress progress,
        @Nullable Instant endedAt,
        @Nullable ClaimOutcome outcome,
        @Nullable String note,
        @Nullable String error,
        @Nullable ItemStatus itemStatus,
        @Nullable Instant retryAt)
        implements ClaimBuilder.With {
    public static final int LABEL_MAX = 100;
    public static final int NOTE_MAX = 10_000;
    public static final int ERROR_MAX = 10_000;
    /** The reason of {@code lease_lost} when the item was cancelled. */
    public static final String CANCELLED = "cancelled";
    /** The reason of {@code lease_lost} when a person finished the work. */
    public static final String FINISHED = "finished";

    private static final String TAKEN_OVER = "taken_over";
    private static final String ENDED = "ended";

    public Claim {
        label = Text.of("agent", label, 1, LABEL_MAX);
        note = Text.optional("note", note, NOTE_MAX);
        error = Text.optional("error", error, ERROR_MAX);
    }

    /** Makes a claim that has just begun (Q4). */
    public static Claim begin(
            Id<Claim> id, QueueItem item, @Nullable Id<User> userId, String label, int leaseSeconds, Instant now) {
        return new Claim(
                id,
                item.id(),
                item.fencingToken(),
                userId,
                label,
                leaseSeconds,
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Instant leaseUntil(Instant from) {
        return from.plusSeconds(leaseSeconds);
    }

    /** Accepts a heartbeat: moves the time, keeps note and progress, and revives a claim that was swept (Q5, Q18). */
    public Claim beat(Instant now, @Nullable Progress newProgress, @Nullable String newNote) {
        return with(claim -> claim.heartbeatAt(now)
                .progress(newProgress == null ? progress : newProgress)
                .note(newNote == null ? note : newNote)
                .endedAt(null)
                .outcome(null)
                .error(null)
                .itemStatus(null)
                .retryAt(null));
    }

    /** Joins the earlier note with the last one; cuts the beginning when both are too long (Q24). */
    private static @Nullable String beside(@Nullable String before, @Nullable String last) {
        if (before == null || last == null || before.equals(last)) {
            return last == null ? before : last;
        }
        String both = before + "\n" + last;
        int over = both.codePointCount(0, both.length()) - NOTE_MAX;
        return over <= 0 ? both : both.substring(both.offsetByCodePoints(0, over));
    }

    /** Ends the claim, and records the status in which it left the item. */
    public Claim end(
            Instant now, ClaimOutcome how, QueueItem left, @Nullable String lastNote, @Nullable String lastError) {
        return with(
                claim -> claim.endedAt(now.isBefore(claimedAt) ? claimedAt : Times.after(claimedAt.minusMillis(1), now))
                        .outcome(how)
                        .note(beside(note, lastNote))
                        .error(lastError)
                        .itemStatus(left.status())
                        .retryAt(left.status() == ItemStatus.READY ? left.runAt() : null));
    }

    /** Returns the state in which the claim left the item; null while the claim is live (Q25). */
    public @Nullable ItemState itemState() {
        if (itemStatus == null) {
            return null;
        }
        return itemStatus == ItemStatus.READY && retryAt != null && endedAt != null && retryAt.isAfter(endedAt)
                ? ItemState.SCHEDULED
                : ItemState.valueOf(itemStatus.name());
    }

    /**
     * Q5: only the holder writes, naming the claim and its token. A holder that is late but not replaced is still the
     * holder, also after the sweeper put the item back (Q18); an item that was put aside is not put back.
     *
     * @param item this claim's
     * @throws Conflict {@code lease_lost} with the reason {@code taken_over}, {@code cancelled}, {@code finished} or
     *     {@code ended}
     */
    public Claim requireHeld(QueueItem item, long token) {
        boolean current = token == fencingToken && item.fencingToken() == fencingToken;
        boolean lasts = outcome == null && item.status() == ItemStatus.CLAIMED;
        if (!current || !(lasts || waits(item))) {
            throw lost(lossReason(item, token), token);
        }
        return this;
    }

    /** Whether the sweeper put the item back and nobody has claimed it since (Q18). */
    public boolean waits(QueueItem item) {
        return outcome == ClaimOutcome.LOST
                && itemStatus == ItemStatus.READY
                && item.status() == ItemStatus.READY
                && item.fencingToken() == fencingToken;
    }

    /** Whether a call with this token and outcome repeats the one that ended the claim (Q6). */
    public boolean endedBy(long token, ClaimOutcome how) {
        return token == fencingToken && outcome == how;
    }

    /** Makes the error {@code lease_lost} for a holder who lost the work. */
    public Conflict lost(String reason) {
        return lost(reason, fencingToken);
    }

    private Conflict lost(String reason, long token) {
        if (token != fencingToken) {
            return new Conflict(
                    ErrorCode.LEASE_LOST,
                    "Fencing token %d is not this claim's: claim the next item".formatted(token),
                    Map.of("reason", reason));
        }
        String why = reason.equals(CANCELLED)
                ? "The work was cancelled: stop, and claim the next item"
                : "This claim no longer holds the item (%s): claim the next item".formatted(reason);
        return new Conflict(ErrorCode.LEASE_LOST, why, Map.of("reason", reason));
    }

    private String lossReason(QueueItem item, long token) {
        if (token != fencingToken) {
            return TAKEN_OVER;
        }
        return switch (outcome) {
            case null -> item.fencingToken() == fencingToken ? endReason(item) : TAKEN_OVER;
            case LOST ->
                itemStatus == ItemStatus.CLAIMED || item.fencingToken() != fencingToken ? TAKEN_OVER : endReason(item);
            case CANCELLED -> CANCELLED;
            case FINISHED -> FINISHED;
            case COMPLETED, FAILED, RELEASED -> ENDED;
        };
    }

    /** Returns the reason for which the claim lost an item that nobody else has claimed. */
    private static String endReason(QueueItem item) {
        return switch (item.status()) {
            case CANCELLED -> CANCELLED;
            case COMPLETED -> FINISHED;
            case READY, CLAIMED, FAILED -> ENDED;
        };
    }
}
