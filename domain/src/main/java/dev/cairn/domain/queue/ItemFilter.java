package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Id;
import java.util.List;

/** The filter for lists of a queue's items; an empty list of statuses means any. */
public record ItemFilter(Id<Queue> queueId, List<ItemStatus> statuses) {
    public ItemFilter {
        statuses = List.copyOf(statuses);
    }
}
