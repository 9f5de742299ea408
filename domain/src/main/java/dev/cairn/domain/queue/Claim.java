package dev.cairn.domain.queue;

import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.User;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One holder's time with an item; kept as history.
 *
 * @param label who it is, in the holder's own words
 * @param itemStatus how the claim left the item, null while it lasts
 * @param retryAt when the item may be handed out again, null when it may not
 */
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
        @Nullable Instant retryAt) {
    public static final int LABEL_MAX = 100;
    public static final int NOTE_MAX = 10_000;
    public static final int ERROR_MAX = 10_000;

    public Claim {
        label = Text.of("agent", label, 1, LABEL_MAX);
        note = Text.optional("note", note, NOTE_MAX);
        error = Text.optional("error", error, ERROR_MAX);
    }

    public Instant leaseUntil(Instant from) {
        return from.plusSeconds(leaseSeconds);
    }

    /** An accepted heartbeat: time moves on, what was said is kept (Q5). */
    public Claim beat(Instant now, @Nullable Progress newProgress, @Nullable String newNote) {
        return new Claim(
                id,
                itemId,
                fencingToken,
                userId,
                label,
                leaseSeconds,
                claimedAt,
                now,
                newProgress == null ? progress : newProgress,
                null,
                null,
                newNote == null ? note : newNote,
                null,
                null,
                null);
    }

    /** The claim is over, and this is how it left the item. */
    public Claim end(
            Instant now, ClaimOutcome how, QueueItem left, @Nullable String lastNote, @Nullable String lastError) {
        return new Claim(
                id,
                itemId,
                fencingToken,
                userId,
                label,
                leaseSeconds,
                claimedAt,
                heartbeatAt,
                progress,
                now.isBefore(claimedAt) ? claimedAt : Times.after(claimedAt.minusMillis(1), now),
                how,
                lastNote == null ? note : lastNote,
                lastError,
                left.status(),
                left.status() == ItemStatus.READY ? left.runAt() : null);
    }

    /**
     * Q5: only the holder writes, naming the claim and its token.
     *
     * @throws Conflict {@code lease_lost} with the reason {@code taken_over}, {@code cancelled}, {@code finished} or
     *     {@code ended}
     */
    public Claim requireHeld(long token) {
        if (outcome != null || token != fencingToken) {
            throw lost(token);
        }
        return this;
    }

    /** Whether a finishing call with this token and outcome is the repetition of the one that ended it (Q6). */
    public boolean endedBy(long token, ClaimOutcome how) {
        return token == fencingToken && outcome == how;
    }

    private Conflict lost(long token) {
        String reason = lossReason(token);
        String why = token == fencingToken
                ? "This claim no longer holds the item (%s)".formatted(reason)
                : "Fencing token %d is not this claim's".formatted(token);
        return new Conflict(ErrorCode.LEASE_LOST, why + ": claim the next item", Map.of("reason", reason));
    }

    private String lossReason(long token) {
        if (outcome == null || token != fencingToken) {
            return "taken_over";
        }
        return switch (outcome) {
            case LOST -> itemStatus == ItemStatus.CLAIMED ? "taken_over" : "ended";
            case CANCELLED -> "cancelled";
            case FINISHED -> "finished";
            case COMPLETED, FAILED, RELEASED -> "ended";
        };
    }
}
