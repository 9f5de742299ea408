package dev.cairn.http.queue;

import dev.cairn.application.queue.ClaimResult.Claimed;
import dev.cairn.application.queue.ClaimResult.Previous;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.SubjectName;
import dev.cairn.domain.ticket.Comment;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketWithTasks;
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
        @Nullable Previous previous)
        implements ClaimAnswer {

    static ClaimBody of(Claimed claimed) {
        Claim claim = claimed.claim();
        return new ClaimBody(
                claim.id(),
                claim.fencingToken(),
                claimed.leaseUntil(),
                claim.label(),
                claimed.item().queueId(),
                ItemBody.of(
                        claimed.item(),
                        claimed.state(),
                        SubjectName.of(claimed.ticket().ticket(), claimed.task())),
                claimed.ticket(),
                claimed.task(),
                claimed.comments(),
                claimed.previous());
    }
}
