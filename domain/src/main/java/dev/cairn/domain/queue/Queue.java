package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Root;
import dev.cairn.domain.project.Project;
import java.time.Instant;
import java.util.Map;

/**
 * A work queue of a project.
 *
 * @param active false while paused: no new claims, nothing else changes (Q11)
 */
public record Queue(Id<Queue> id, Id<Project> projectId, QueueContent content, boolean active, Lifecycle lifecycle)
        implements Root<QueueContent> {

    public static Queue create(Id<Queue> id, Id<Project> projectId, QueueContent content, boolean active, Instant now) {
        return new Queue(id, projectId, content, active, Lifecycle.startingAt(now));
    }

    /** Answers the queue with the edited content, and itself when nothing changes. */
    public Queue edit(QueueContent edited, Instant now) {
        return edited.equals(content) ? this : new Queue(id, projectId, edited, active, lifecycle.touch(now));
    }

    public Queue pause(Instant now) {
        return new Queue(id, projectId, content, false, lifecycle.touch(now));
    }

    public Queue resume(Instant now) {
        return new Queue(id, projectId, content, true, lifecycle.touch(now));
    }

    public Queue delete(Deletion deletion) {
        return new Queue(id, projectId, content, active, lifecycle.delete(deletion));
    }

    @Override
    public Map<String, Object> label() {
        return Map.of("name", content.name());
    }
}
