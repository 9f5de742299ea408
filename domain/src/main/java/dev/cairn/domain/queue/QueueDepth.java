package dev.cairn.domain.queue;

import java.util.List;
import java.util.Map;

/**
 * All queues together, at a glance.
 *
 * @param counts items by derived state; those that were completed or cancelled are not counted
 * @param oldestReadyAgeMillis how long the oldest claimable item has waited, 0 without one
 */
public record QueueDepth(Map<ItemState, Long> counts, long oldestReadyAgeMillis) {
    /** The states that are counted: those of live items, and failed, which needs attention. */
    public static final List<ItemState> STATES = List.of(
            ItemState.READY,
            ItemState.SCHEDULED,
            ItemState.BLOCKED,
            ItemState.CLAIMED,
            ItemState.STALLED,
            ItemState.FAILED);

    public QueueDepth {
        counts = Map.copyOf(counts);
    }

    public long of(ItemState state) {
        return counts.getOrDefault(state, 0L);
    }
}
