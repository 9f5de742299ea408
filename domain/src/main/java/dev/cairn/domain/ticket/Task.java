package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Times;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a ticket. It has no version of its own: a change to it raises the ticket's (R32).
 *
 * @param orderIndex dense from 0 within the ticket (R31)
 */
@RecordBuilder
public record Task(
        Id<Task> id,
        Id<Ticket> ticketId,
        TaskContent content,
        TaskStatus status,
        int orderIndex,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Deletion deletion)
        implements TaskBuilder.With {
    /** The most live tasks of a ticket. */
    public static final int PER_TICKET_MAX = 1_000;

    public static Task create(Id<Task> id, Id<Ticket> ticketId, TaskContent content, int orderIndex, Instant now) {
        return new Task(id, ticketId, content, TaskStatus.PENDING, orderIndex, now, now, null);
    }

    public Task edit(TaskContent edited, Instant now) {
        return withContent(edited).withUpdatedAt(Times.after(updatedAt, now));
    }

    public Task moveTo(TaskStatus next, Instant now) {
        return withStatus(next).withUpdatedAt(Times.after(updatedAt, now));
    }

    public Task at(int index, Instant now) {
        return index == orderIndex ? this : withOrderIndex(index).withUpdatedAt(Times.after(updatedAt, now));
    }
}
