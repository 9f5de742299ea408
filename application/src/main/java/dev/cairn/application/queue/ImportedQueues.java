package dev.cairn.application.queue;

import dev.cairn.application.work.Act;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.queue.Queue;
import java.util.Map;

/** What the log says of queues that an import brought. */
public final class ImportedQueues {
    private ImportedQueues() {}

    public static void created(Act act, Queue queue) {
        act.record(
                ActivityType.QUEUE_CREATED,
                queue.projectId(),
                queue.id(),
                queue.lifecycle(),
                Map.of("name", queue.content().name()));
    }

    public static void updated(Act act, Queue before, Queue after) {
        act.record(
                ActivityType.QUEUE_UPDATED,
                after.projectId(),
                after.id(),
                after.lifecycle(),
                QueueFacts.between(before, after),
                Map.of("name", after.content().name()));
    }
}
