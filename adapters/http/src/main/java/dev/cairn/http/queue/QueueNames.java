package dev.cairn.http.queue;

import dev.cairn.application.queue.QueueService;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.http.wire.Api;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the queue that a path names: by its id alone, or by its name within a project. */
@Singleton
final class QueueNames {
    private final Api api;
    private final QueueService queues;

    QueueNames(Api api, QueueService queues) {
        this.api = api;
        this.queues = queues;
    }

    Id<Queue> toRead(@Nullable String project, String queue) {
        return id(Right.READ, project, queue);
    }

    Id<Queue> toChange(@Nullable String project, String queue) {
        return id(Right.WRITE, project, queue);
    }

    Id<Queue> toClaim(@Nullable String project, String queue) {
        return id(Right.CLAIM, project, queue);
    }

    /**
     * @param project the project in the path, if there is one
     * @throws Invalid {@code malformed_id} when a name stands where only an id can
     */
    private Id<Queue> id(Right right, @Nullable String project, String queue) {
        if (project != null) {
            return queues.named(api.caller(), right, ProjectRef.parse(project), queue);
        }
        if (!Id.isId(queue)) {
            throw Invalid.of(
                    ErrorCode.MALFORMED_ID,
                    "queue",
                    "'%s' is not an id (13 characters of 0-9 and A-Z): a queue goes by its name within its project, /projects/KEY/queues/NAME"
                            .formatted(Text.excerpt(queue)));
        }
        return Id.parse(queue);
    }
}
