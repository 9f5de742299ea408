package dev.cairn.http.queue;

import dev.cairn.domain.queue.ItemState;
import dev.cairn.domain.queue.QueueStats;
import dev.cairn.http.door.MayLag;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A queue's statistics on the wire: times in milliseconds. */
record QueueStatsBody(
        Map<ItemState, Long> counts,
        List<HolderBody> holders,
        @Nullable Long oldestReadyAgeMillis,
        @Nullable Long meanWaitMillis,
        @Nullable Long meanWorkMillis,
        @Nullable Integer feedable)
        implements MayLag {

    static QueueStatsBody of(QueueStats stats) {
        return new QueueStatsBody(
                new EnumMap<>(stats.counts()),
                stats.holders().stream().map(HolderBody::of).toList(),
                stats.oldestReadyAgeMillis(),
                stats.meanWaitMillis(),
                stats.meanWorkMillis(),
                stats.feedable());
    }
}
