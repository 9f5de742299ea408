package dev.cairn.application.queue;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.ticket.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person may change of an item that nobody holds (Q11), each optional (R10). */
public record ItemFields(Change<Priority> priority, Change<@Nullable Long> position, Change<Instant> runAt) {
    public ItemFields {
        Fields.notNull("priority", priority);
        Fields.notNull("runAt", runAt);
        Times.checked("runAt", runAt.over(Instant.EPOCH));
    }

    QueueItem over(QueueItem item) {
        return item.place(
                priority.over(item.priority()),
                Fields.position(position, item.position()),
                runAt.over(item.runAt()),
                priority instanceof Change.To,
                position instanceof Change.To);
    }
}
