package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one call says of a ticket.
 *
 * @param ticket null for a new one
 * @param project of a new one
 * @param tasks that are added behind those that are there
 * @param blockers tickets that it waits for from now on
 * @param finishTasks whether unfinished tasks are completed with it (R29)
 */
public record SaveTicket(
        @Nullable TicketRef ticket,
        @Nullable ProjectRef project,
        Expected expected,
        TicketFields fields,
        List<TaskFields> tasks,
        List<TicketRef> blockers,
        @Nullable String comment,
        @Nullable TicketStatus status,
        boolean finishTasks) {
    public SaveTicket {
        tasks = List.copyOf(tasks);
        blockers = List.copyOf(blockers);
    }
}
