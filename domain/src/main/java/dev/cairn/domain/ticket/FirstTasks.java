package dev.cairn.domain.ticket;

import dev.cairn.domain.kernel.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of each ticket a list shows: the first ones, of one status if it says so.
 *
 * @param status of which they are; null for any
 * @param limit how many of each ticket, 0 to {@value Task#PER_TICKET_MAX}
 */
public record FirstTasks(@Nullable TaskStatus status, int limit) {
    public FirstTasks {
        Limits.range("limit", limit, 0, Task.PER_TICKET_MAX);
    }
}
