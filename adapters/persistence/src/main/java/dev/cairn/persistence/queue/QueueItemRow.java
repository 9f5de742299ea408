package dev.cairn.persistence.queue;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.queue.ItemStatus;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.persistence.jdbc.Taken;
import dev.cairn.schema.Check;
import dev.cairn.schema.Counted;
import dev.cairn.schema.Default;
import dev.cairn.schema.Index;
import dev.cairn.schema.Json;
import dev.cairn.schema.OnDelete;
import dev.cairn.schema.Range;
import dev.cairn.schema.References;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code queue_items}; the subject is one of two foreign keys. */
@MappedEntity("queue_items")
@Check("(ticket_id IS NULL) <> (task_id IS NULL)")
@Check("status <> 'CLAIMED' OR (claim_id IS NOT NULL AND lease_until IS NOT NULL)")
@Index(
        name = "queue_items_claim_order",
        on = "queue_id, priority DESC, position, enqueued_at, id",
        where = "status IN ('READY', 'CLAIMED')")
@Index(name = "queue_items_live_ticket", on = "ticket_id", unique = true, where = "status IN ('READY', 'CLAIMED')")
@Index(name = "queue_items_live_task", on = "task_id", unique = true, where = "status IN ('READY', 'CLAIMED')")
@Index(name = "queue_items_queue", on = "queue_id, status, priority DESC, position, enqueued_at, id")
@Index(name = "queue_items_lease", on = "lease_until, queue_id", where = "status = 'CLAIMED'")
@Counted(kind = "'QUEUE_DEPTH'", when = "status IN ('READY', 'CLAIMED')", through = "queue_id")
@Taken(index = "queue_items_live_ticket", code = ErrorCode.ALREADY_QUEUED, message = "It is queued already")
@Taken(index = "queue_items_live_task", code = ErrorCode.ALREADY_QUEUED, message = "It is queued already")
record QueueItemRow(
        @Id long id,

        @References(value = Queue.class, onDelete = OnDelete.CASCADE)
        long queueId,

        @References(value = Ticket.class, onDelete = OnDelete.CASCADE) @Nullable
        Long ticketId,

        @References(value = Task.class, onDelete = OnDelete.CASCADE) @Nullable
        Long taskId,

        @References(value = QueueItem.class, onDelete = OnDelete.SET_NULL) @Nullable
        Long groupId,

        ItemStatus status,
        @Range(min = 0, max = 3) int priority,
        @Range(min = 0, max = TicketContent.POSITION_LAST) long position,
        Instant enqueuedAt,
        Instant runAt,
        @Range(min = 0) int attempts,
        @Range(min = 0) int stalls,
        @Default("0") @Range(min = 0) int releases,
        @Range(min = 0) long fencingToken,
        @Nullable Long claimId,
        @Nullable Instant leaseUntil,
        @Nullable Instant finishedAt,
        @Json @Nullable String result,
        @Nullable String lastError,
        @Nullable String note,
        @Default("false") boolean prioritySet,
        @Default("false") boolean positionSet) {}
