package dev.cairn.http.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ClaimOutcome;
import dev.cairn.domain.queue.ClaimView;
import dev.cairn.domain.queue.Progress;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A claim in a list. */
record ListedClaim(
        Id<Claim> id,
        String agent,
        @Nullable Id<User> userId,
        @Nullable String user,
        Id<Project> projectId,
        Id<Queue> queueId,
        String queue,
        Id<QueueItem> itemId,
        Id<Ticket> ticketId,
        TicketKey ticketKey,
        String ticketTitle,
        @Nullable Id<Task> taskId,
        @Nullable String taskContent,
        Instant enqueuedAt,
        int attempts,
        int stalls,
        long fencingToken,
        Instant claimedAt,
        Instant heartbeatAt,
        @Nullable Instant leaseUntil,
        @Nullable Progress progress,
        @Nullable Instant endedAt,
        @Nullable ClaimOutcome outcome,
        @Nullable String note,
        @Nullable String error) {

    static ListedClaim of(ClaimView view) {
        Claim claim = view.claim();
        return new ListedClaim(
                claim.id(),
                claim.label(),
                claim.userId(),
                view.userName(),
                view.projectId(),
                view.queueId(),
                view.queueName(),
                claim.itemId(),
                view.ticketId(),
                view.ticketKey(),
                view.ticketTitle(),
                view.taskId(),
                view.taskContent(),
                view.enqueuedAt(),
                view.attempts(),
                view.stalls(),
                claim.fencingToken(),
                claim.claimedAt(),
                claim.heartbeatAt(),
                view.leaseUntil(),
                claim.progress(),
                claim.endedAt(),
                claim.outcome(),
                claim.note(),
                claim.error());
    }
}
