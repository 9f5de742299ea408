package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The selection of tasks in a list of tickets: the first ones of each, optionally of one status.
 *
 * @param status the status of the tasks; null for any
 * @param limit how many of each ticket, 0 to {@value Task#PER_TICKET_MAX}
 */
public record FirstTasks(@Nullable TaskStatus status, int limit) {
    public FirstTasks {
        Limits.range("limit", limit, 0, Task.PER_TICKET_MAX);
    }
}
