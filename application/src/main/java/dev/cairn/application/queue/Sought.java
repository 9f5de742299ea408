package dev.cairn.application.queue;

import dev.cairn.domain.activity.Event;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import java.util.Set;

/**
 * The work that a claim waits for.
 *
 * @param what two that are equal get the same answer at the same time: when one of them found nothing, the other need not try
 * @param projects where it may come from
 * @param anywhere whether it may also come from projects that are there later
 */
public record Sought(Object what, Set<Id<Project>> projects, boolean anywhere) {
    /** The entities whose changes never make work claimable. */
    private static final Set<String> NO_WORK =
            Set.of("claim", "comment", "artifact", "session", "token", "user", "account", "preferences");

    private static final String CLAIMED = "queue_item.claimed";

    public Sought {
        projects = Set.copyOf(projects);
    }

    /** Whether an event may have made the sought work claimable. */
    boolean mayComeOf(Event event) {
        Id<Project> project = event.project();
        return project != null
                && (anywhere || projects.contains(project))
                && !NO_WORK.contains(event.entity())
                && !event.type().equals(CLAIMED);
    }
}
