package dev.cairn.http.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.queue.Claim;
import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.ItemView;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.Subject;
import dev.cairn.domain.queue.SubjectName;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A queue item on the wire: one of {@code ticketId} and {@code taskId}, what that is called, and its state as it is now.
 *
 * @param taskContent null when the ticket is the subject
 */
record ItemBody(
        Id<QueueItem> id,
        Id<Queue> queueId,
        @Nullable Id<Ticket> ticketId,
        @Nullable Id<Task> taskId,
        @Nullable TicketKey ticketKey,
        @Nullable String ticketTitle,
        @Nullable String taskContent,
        @Nullable Id<QueueItem> groupId,
        ItemState status,
        Priority priority,
        @Nullable Long position,
        Instant enqueuedAt,
        Instant runAt,
        int attempts,
        int stalls,
        int releases,
        long fencingToken,
        @Nullable Id<Claim> claimId,
        @Nullable Instant leaseUntil,
        @Nullable Instant finishedAt,
        @Nullable Json result,
        @Nullable String lastError,
        @Nullable String note,
        boolean prioritySet,
        boolean positionSet) {

    static ItemBody of(ItemView view) {
        return of(view.item(), view.state(), view.about());
    }

    static ItemBody of(QueueItem item, ItemState state, @Nullable SubjectName about) {
        return new ItemBody(
                item.id(),
                item.queueId(),
                ticketId(item.subject()),
                taskId(item.subject()),
                about == null ? null : about.ticketKey(),
                about == null ? null : about.ticketTitle(),
                about == null ? null : about.taskContent(),
                item.groupId(),
                state,
                item.priority(),
                item.position() == TicketContent.POSITION_LAST ? null : item.position(),
                item.enqueuedAt(),
                item.runAt(),
                item.attempts(),
                item.stalls(),
                item.releases(),
                item.fencingToken(),
                item.claimId(),
                item.leaseUntil(),
                item.finishedAt(),
                item.result(),
                item.lastError(),
                item.note(),
                item.prioritySet(),
                item.positionSet());
    }

    static @Nullable Id<Ticket> ticketId(Subject subject) {
        return subject instanceof Subject.OfTicket(Id<Ticket> id) ? id : null;
    }

    static @Nullable Id<Task> taskId(Subject subject) {
        return subject instanceof Subject.OfTask(Id<Task> id) ? id : null;
    }
}
