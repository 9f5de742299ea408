package dev.cairn.http.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A live claim on the wire. */
record HolderBody(
        Id<Claim> claimId,
        Id<QueueItem> itemId,
        @Nullable Id<User> userId,
        String agent,
        @Nullable Id<Ticket> ticketId,
        @Nullable Id<Task> taskId,
        Instant claimedAt,
        Instant leaseUntil) {

    static HolderBody of(QueueStats.Holder holder) {
        return new HolderBody(
                holder.claimId(),
                holder.itemId(),
                holder.userId(),
                holder.label(),
                ItemBody.ticketId(holder.subject()),
                ItemBody.taskId(holder.subject()),
                holder.claimedAt(),
                holder.leaseUntil());
    }
}
