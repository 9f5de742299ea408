package dev.cairn.application.queue;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TicketRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts a ticket or a task on a queue: exactly one of {@code ticketId} and {@code taskId}.
 *
 * @param priority the ticket's own when absent
 * @param runAt not handed out before; at once when absent
 * @param includeTasks a ticket's unfinished tasks become items too, handed out one by one (Q10)
 * @param returnExisting answers the live item of a subject that is queued already, instead of a conflict (Q1)
 */
public record EnqueueItem(
        @Nullable TicketRef ticketId,
        @Nullable Id<Task> taskId,
        @Nullable Priority priority,
        @Nullable Instant runAt,
        boolean includeTasks,
        boolean returnExisting) {

    public EnqueueItem {
        if ((ticketId == null) == (taskId == null)) {
            throw Invalid.of(ErrorCode.SUBJECT_REQUIRED, "ticketId", "Give exactly one of ticketId and taskId");
        }
        if (taskId != null && includeTasks) {
            throw Invalid.of(ErrorCode.INVALID, "includeTasks", "includeTasks goes with ticketId");
        }
        runAt = Times.checked("runAt", runAt);
    }

    public static EnqueueItem ticket(TicketRef ticket) {
        return new EnqueueItem(ticket, null, null, null, false, false);
    }

    public static EnqueueItem task(Id<Task> task) {
        return new EnqueueItem(null, task, null, null, false, false);
    }
}
