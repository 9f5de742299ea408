package dev.cairn.application.ticket;

import dev.cairn.domain.ticket.TicketStatus;

/**
 * The command of a person to move a ticket along the workflow.
 *
 * @param finishTasks whether unfinished tasks are completed with it (R29)
 * @param despiteBlockers whether it is started although it waits for others (Q20)
 */
public record StatusChange(TicketStatus status, boolean finishTasks, boolean despiteBlockers) {
    public static StatusChange to(TicketStatus status) {
        return new StatusChange(status, false, false);
    }
}
