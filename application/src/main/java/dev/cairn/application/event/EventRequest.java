package dev.cairn.application.event;

import dev.cairn.domain.project.ProjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that a follower wants.
 *
 * @param project null for all that the caller sees
 * @param types names like {@code ticket.updated}; none means any
 * @param after the number of the last event seen; null to begin with new events
 */
public record EventRequest(
        @Nullable ProjectRef project,
        List<String> types,
        @Nullable Long after) {
    /** All events from now on. */
    public static final EventRequest NOW = new EventRequest(null, List.of(), null);

    public EventRequest {
        types = List.copyOf(types);
    }

    public static EventRequest of(ProjectRef project) {
        return new EventRequest(project, List.of(), null);
    }

    public EventRequest after(long seq) {
        return new EventRequest(project, types, seq);
    }

    public EventRequest only(String... wanted) {
        return new EventRequest(project, List.of(wanted), after);
    }
}
