package dev.cairn.http.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Nothing.Rest;
import dev.cairn.domain.queue.NothingReason;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.WaitsFor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reason why a claim got nothing, on the wire with its details (Q3, Q25). */
sealed interface NothingBody {
    NothingReason reason();

    /** A reason without details. */
    record Plain(NothingReason reason) implements NothingBody {}

    /** Something becomes claimable at that time. */
    record Scheduled(NothingReason reason, @Nullable Instant runAt) implements NothingBody {}

    /** An example of a blocked item, and what blocks it. */
    record AllBlocked(
            NothingReason reason,
            @Nullable Id<QueueItem> blockedItemId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Id<Ticket> blockedTicketId,

            List<Blocker> blockers)
            implements NothingBody {}

    /** As many claims are held as the queue allows. */
    record AtLimit(NothingReason reason, @Nullable Integer limit, List<HolderBody> holders) implements NothingBody {}

    /** The numbers of items that the queue has but cannot hand out. */
    record Empty(NothingReason reason, long failed, long scheduled, long stalled) implements NothingBody {}

    /** A blocker of an item: a ticket, or one of its own tasks. */
    record Blocker(
            WaitsFor.Kind code,
            TicketKey ticket,
            Id<Ticket> ticketId,
            @Nullable Id<Task> taskId,
            @Nullable TicketKey via) {
        static Blocker of(WaitsFor waits) {
            return new Blocker(waits.kind(), waits.otherKey(), waits.otherId(), waits.taskId(), waits.via());
        }
    }

    static NothingBody of(Nothing nothing) {
        NothingReason reason = nothing.reason();
        return switch (reason) {
            case SCHEDULED -> new Scheduled(reason, nothing.runAt());
            case ALL_BLOCKED ->
                new AllBlocked(
                        reason,
                        nothing.blockedItemId(),
                        nothing.blockedTicketId(),
                        nothing.blockers().stream().map(Blocker::of).toList());
            case AT_LIMIT ->
                new AtLimit(
                        reason,
                        nothing.limit(),
                        nothing.holders().stream().map(HolderBody::of).toList());
            case EMPTY -> empty(reason, nothing.rest());
            case PAUSED -> new Plain(reason);
        };
    }

    private static NothingBody empty(NothingReason reason, @Nullable Rest rest) {
        return rest == null ? new Plain(reason) : new Empty(reason, rest.failed(), rest.scheduled(), rest.stalled());
    }
}
