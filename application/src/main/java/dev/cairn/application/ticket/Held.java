package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import java.util.Set;

/**
 * The work that was held when it was withdrawn, and that nobody works on any more (Q21).
 *
 * @param ticket whether it was the ticket itself
 * @param tasks which of its tasks
 */
public record Held(boolean ticket, Set<Id<Task>> tasks) {
    public Held {
        tasks = Set.copyOf(tasks);
    }
}
