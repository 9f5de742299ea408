package dev.cairn.mcp.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimService;
import dev.cairn.application.queue.ClaimUpdate;
import dev.cairn.application.queue.HeldClaim;
import dev.cairn.domain.error.Conflict;
import dev.cairn.domain.error.DomainError;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.user.Scope;
import dev.cairn.mcp.tool.Asked;
import dev.cairn.mcp.tool.Effect;
import dev.cairn.mcp.tool.Hinted;
import dev.cairn.mcp.tool.Says;
import dev.cairn.mcp.tool.Tool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tools {@code update_claim} and {@code finish_claim}, by which a holder names its claim and token (Q5). */
public record ClaimTools(ClaimService claims, Clock clock) {
    /** A heartbeat, with progress and a note. */
    record Update(
            @Says("claim_id of claim_next") Id<Claim> claim,
            long fencingToken,

            @Says(min = 0, max = Progress.PERCENT_MAX) @Nullable
            Integer percent,

            @Says("What you are at") @Nullable String progress,

            @Says("What whoever goes on after you has to know; replaces the last one") @Nullable
            String note) {}

    record Updated(Id<Claim> claimId, long fencingToken, Instant leaseUntil, List<String> nextSteps) {}

    enum Outcome {
        COMPLETE,
        FAIL,
        RELEASE
    }

    /** The end of a claim. */
    record Finish(
            Id<Claim> claim,
            long fencingToken,

            @Says("complete: the work is done; fail: it cannot be done like this, and is tried again later;"
                    + " release: somebody else may go on at once")
            Outcome outcome,

            @Says("For whoever goes on, or looks at it") @Nullable
            String note,

            @Says("With fail: what went wrong") @Nullable String error,

            @Says("With complete: any JSON that is kept with it") @Nullable
            Json result,

            @Says("With complete: its open tasks too") @Nullable
            Boolean finishTasks,

            @Says("With release: not to be handed out before") @Nullable
            Instant until) {}

    /** The result of a claim's end. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finished(
            Id<Claim> claimId,
            long fencingToken,
            Outcome outcome,
            @Nullable TicketKey ticket,

            @Says("Of the work: ready or scheduled when it is handed out again") @Nullable
            ItemState itemStatus,

            @Nullable Instant retryAt,
            List<String> nextSteps) {}

    public Tool<Update, Updated> update() {
        return new Tool<>(
                "update_claim",
                "Update claim",
                "Renews the lease of work that you hold, and keeps how far you are. Call it well before lease_until, and after"
                        + " each step: when you disappear, somebody else gets the work and your note.",
                Effect.MOVES,
                Update.class,
                Updated.class,
                this::update);
    }

    private Updated update(Asked asked, Update said) {
        HeldClaim held = holding(asked, said.claim(), () -> {
            ClaimUpdate update =
                    new ClaimUpdate(said.fencingToken(), said.note(), progress(asked, said), null, null, null, false);
            return claims.heartbeat(asked.caller(), said.claim(), update);
        });
        return new Updated(
                held.claim().id(),
                held.claim().fencingToken(),
                held.leaseUntil(),
                List.of("Go on, and call update_claim or finish_claim before lease_until."));
    }

    /** Returns the progress; a text without a percentage keeps the last percentage. */
    private @Nullable Progress progress(Asked asked, Update said) {
        if (said.percent() == null && said.progress() == null) {
            return null;
        }
        if (said.percent() != null) {
            return new Progress(said.percent(), said.progress());
        }
        Progress last = asked.caller().scopes().contains(Scope.READ)
                ? claims.get(asked.caller(), said.claim()).claim().progress()
                : null;
        return new Progress(last == null ? 0 : last.percent(), said.progress());
    }

    public Tool<Finish, Finished> finish() {
        return new Tool<>(
                "finish_claim",
                "Finish claim",
                "Ends your claim: complete when all acceptance criteria hold, fail when it cannot be done, release to hand it"
                        + " back. Called again with the same arguments it answers the same.",
                Effect.MOVES,
                Finish.class,
                Finished.class,
                this::finish);
    }

    private Finished finish(Asked asked, Finish said) {
        refuseWhatGoesWithAnother(said);
        ClaimUpdate update = new ClaimUpdate(
                said.fencingToken(),
                said.note(),
                null,
                said.result(),
                said.error(),
                said.until(),
                Boolean.TRUE.equals(said.finishTasks()));
        Claim ended = holding(asked, said.claim(), () -> switch (said.outcome()) {
            case COMPLETE -> claims.complete(asked.caller(), said.claim(), update);
            case FAIL -> claims.fail(asked.caller(), said.claim(), update);
            case RELEASE -> claims.release(asked.caller(), said.claim(), update);
        });
        return new Finished(
                ended.id(),
                ended.fencingToken(),
                said.outcome(),
                ticketOf(asked, said.claim()),
                ended.itemState(),
                ended.retryAt(),
                List.of("claim_next hands you the next piece of work."));
    }

    /** Returns the ticket's key; null for a caller who may not read, and for a ticket deleted before a repeated end (Q5). */
    private @Nullable TicketKey ticketOf(Asked asked, Id<Claim> claim) {
        if (!asked.caller().scopes().contains(Scope.READ)) {
            return null;
        }
        try {
            return claims.get(asked.caller(), claim).ticket().ticket().key();
        } catch (NotFound deleted) {
            return null;
        }
    }

    private static void refuseWhatGoesWithAnother(Finish said) {
        require(said.error() == null || said.outcome() == Outcome.FAIL, "error", "fail");
        require(said.result() == null || said.outcome() == Outcome.COMPLETE, "result", "complete");
        require(said.until() == null || said.outcome() == Outcome.RELEASE, "until", "release");
    }

    private static void require(boolean fits, String argument, String outcome) {
        if (!fits) {
            throw Invalid.of(ErrorCode.INVALID, argument, "%s goes with outcome: %s".formatted(argument, outcome));
        }
    }

    /** Runs a write; a refusal by {@code lease_lost} gets the time since the lease expired. */
    private <T> T holding(Asked asked, Id<Claim> id, Supplier<T> write) {
        try {
            return write.get();
        } catch (Conflict conflict) {
            if (conflict.code() == ErrorCode.LEASE_LOST) {
                throw new Hinted(conflict, advice(asked, id));
            }
            throw conflict;
        }
    }

    private String advice(Asked asked, Id<Claim> id) {
        try {
            Claimed lost = claims.get(asked.caller(), id);
            Instant until = lost.claim().leaseUntil(lost.claim().heartbeatAt());
            long seconds = Duration.between(until, clock.instant()).toSeconds();
            return seconds > 0
                    ? "The lease expired %d s ago. Stop working on it: call claim_next.".formatted(seconds)
                    : "Stop working on it: call claim_next.";
        } catch (DomainError e) {
            return "Stop working on it: call claim_next.";
        }
    }
}
