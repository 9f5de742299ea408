package dev.cairn.http.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.WideClaim;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Queue;
import dev.cairn.http.door.Answer;
import dev.cairn.http.door.Created;
import dev.cairn.http.door.Passing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a claim: work, or the reason why there is none. */
sealed interface ClaimAnswer permits ClaimBody, ClaimAnswer.Nowhere, ClaimAnswer.None {

    /**
     * Nothing can be handed out now.
     *
     * @param claim null
     */
    record None(@Nullable ClaimBody claim, @JsonUnwrapped NothingBody nothing) implements ClaimAnswer {}

    /**
     * None of several sources had anything.
     *
     * @param claim null
     */
    record Nowhere(@Nullable ClaimBody claim, List<Reason> reasons) implements ClaimAnswer {}

    /** A source, and why it had nothing, as a claim from it alone would say. */
    record Reason(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Id<Queue> queue,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ProjectKey project,

            @JsonUnwrapped NothingBody nothing) {
        static Reason of(WideClaim.Empty empty) {
            return new Reason(empty.queueId(), empty.project(), NothingBody.of(empty.nothing()));
        }
    }

    /** Answers work with its place, or why there is none. */
    static Answer<? extends ClaimAnswer> of(ClaimResult result) {
        return switch (result) {
            case Claimed claimed -> created(claimed);
            case NothingToClaim(Nothing nothing) -> new Passing<>(new None(null, NothingBody.of(nothing)));
        };
    }

    static Answer<? extends ClaimAnswer> of(WideClaim result) {
        return result.claimed() != null
                ? created(result.claimed())
                : new Passing<>(new Nowhere(
                        null, result.reasons().stream().map(Reason::of).toList()));
    }

    private static Created<ClaimBody> created(Claimed claimed) {
        return Created.at("/claims/" + claimed.claim().id(), ClaimBody.of(claimed));
    }
}
