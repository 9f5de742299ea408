package dev.cairn.application.queue;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.queue.Queue;
import java.util.List;

/**
 * Where one claim looks for work, in this order: queues, then ready tickets of projects (Q22). Without any it looks into all
 * projects in which the caller may claim, by key.
 */
public record ClaimSources(List<Id<Queue>> queues, List<ProjectRef> projects) {
    public static final int SOURCES_MAX = 20;
    /** The most projects that are searched when no source is named. */
    public static final int PROJECTS_MAX = 100;

    public static final ClaimSources ALL = new ClaimSources(List.of(), List.of());

    public ClaimSources {
        queues = List.copyOf(queues);
        projects = List.copyOf(projects);
        int named = queues.size() + projects.size();
        if (named > SOURCES_MAX) {
            throw Invalid.of(
                    ErrorCode.TOO_MANY,
                    queues.size() > projects.size() ? "queues" : "projects",
                    "Name at most %d queues and projects together, not %d".formatted(SOURCES_MAX, named));
        }
    }

    boolean none() {
        return queues.isEmpty() && projects.isEmpty();
    }
}
