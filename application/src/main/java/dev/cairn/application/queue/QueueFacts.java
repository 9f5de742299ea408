package dev.cairn.application.queue;

import dev.cairn.domain.activity.Difference;
import dev.cairn.domain.activity.Facts;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.queue.QueueItem;
import dev.cairn.domain.queue.WorkFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of queues and their items that the log shows. */
public final class QueueFacts {
    private QueueFacts() {}

    public static Difference between(Queue before, Queue after) {
        return Difference.between(of(before), of(after));
    }

    /** What a person may change of an item. */
    static Difference between(QueueItem before, QueueItem after) {
        return Difference.between(of(before), of(after));
    }

    private static Facts of(Queue queue) {
        WorkFilter feeds = queue.content().feeds();
        return Facts.of(queue.content())
                .with("feeds", feeds == null ? null : of(feeds))
                .with("active", queue.active());
    }

    private static Map<String, @Nullable Object> of(WorkFilter filter) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("labels", filter.labels());
        fields.put("types", filter.types());
        fields.put("minPriority", filter.minPriority());
        return fields;
    }

    private static Facts of(QueueItem item) {
        return new Facts()
                .with("status", item.status())
                .with("priority", item.priority())
                .with("position", item.position())
                .with("runAt", item.runAt());
    }
}
