package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimResult;
import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.NothingToClaim;
import dev.cairn.application.queue.ClaimResult.Previous;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.http.HttpSettings;
import dev.cairn.http.wire.Reply;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A claim on the wire: everything needed to start (Q4). */
record ClaimBody(
        Id<Claim> id,
        long fencingToken,
        @Nullable Instant leaseUntil,
        String agent,
        Id<Queue> queueId,
        ItemBody item,
        TicketWithTasks ticket,
        @Nullable Task task,
        List<Comment> comments,
        @Nullable Previous previous) {

    /** Work with its place, or why there is none. */
    static Reply reply(ClaimResult result) {
        return switch (result) {
            case Claimed claimed -> created(claimed);
            case NothingToClaim(Nothing nothing) -> Reply.passing(NothingBody.of(nothing));
        };
    }

    static Reply created(Claimed claimed) {
        return Reply.created(
                of(claimed), HttpSettings.BASE + "/claims/" + claimed.claim().id());
    }

    static ClaimBody of(Claimed claimed) {
        Claim claim = claimed.claim();
        return new ClaimBody(
                claim.id(),
                claim.fencingToken(),
                claimed.leaseUntil(),
                claim.label(),
                claimed.item().queueId(),
                ItemBody.of(claimed.item(), claimed.state()),
                claimed.ticket(),
                claimed.task(),
                claimed.comments(),
                claimed.previous());
    }
}
