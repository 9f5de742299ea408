package dev.cairn.http.queue;

import dev.cairn.application.queue.QueueService;
import dev.cairn.domain.access.Right;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import dev.cairn.domain.user.Caller;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds the queue that a path names: by its id alone, or by its name within a project. */
@Singleton
record QueueNames(QueueService queues) {
    /** Finds the queue that a parameter names, if it does; an id also stands for a queue that is gone. */
    @Nullable
    Id<Queue> asked(Caller caller, @Nullable ProjectRef project, @Nullable String queue) {
        if (queue == null) {
            return null;
        }
        return Id.isId(queue) ? Id.parse(queue) : toRead(caller, project, queue);
    }

    Id<Queue> toRead(Caller caller, @Nullable ProjectRef project, String queue) {
        return id(caller, Right.READ, project, queue);
    }

    Id<Queue> toChange(Caller caller, @Nullable ProjectRef project, String queue) {
        return id(caller, Right.WRITE, project, queue);
    }

    Id<Queue> toClaim(Caller caller, @Nullable ProjectRef project, String queue) {
        return id(caller, Right.CLAIM, project, queue);
    }

    /**
     * @param project the project in the path, if there is one
     * @throws Invalid {@code malformed_id} when a name stands where only an id can
     */
    private Id<Queue> id(Caller caller, Right right, @Nullable ProjectRef project, String queue) {
        if (project != null) {
            return queues.named(caller, right, project, queue);
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
