package dev.cairn.application.interchange;

import dev.cairn.domain.queue.QueueItem;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits on a queue, or was put aside as failed; what was held when it was exported waits again.
 *
 * @param queue by name
 * @param ticket external id of the subject, or of its ticket
 * @param task external id, when a task is the subject
 * @param group external id of the ticket whose item it was enqueued with (Q10)
 * @param failed whether it was put aside
 */
@RecordBuilder
public record ImportedItem(
        String place,
        String queue,
        String ticket,
        @Nullable String task,
        @Nullable String group,
        boolean failed,
        QueueItem.Place where,
        @Nullable Instant enqueuedAt,
        @Nullable Instant runAt,
        @Nullable Instant finishedAt,
        QueueItem.Tries tries,
        @Nullable String lastError,
        @Nullable String note)
        implements Imported.Carried, ImportedItemBuilder.With {}
