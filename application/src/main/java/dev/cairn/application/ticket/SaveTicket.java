package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Edit;
import dev.cairn.domain.kernel.Expected;
import dev.cairn.domain.project.ProjectRef;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command to save a ticket with its tasks, blockers and comment in one call.
 *
 * @param ticket null for a new one
 * @param project of a new one
 * @param title the title of a new ticket; null keeps that of an existing one
 * @param tasks that are added behind those that are there
 * @param blockers tickets that it waits for from now on
 * @param finishTasks whether unfinished tasks are completed with it (R29)
 */
public record SaveTicket(
        @Nullable TicketRef ticket,
        @Nullable ProjectRef project,
        Expected expected,
        @Nullable String title,
        Edit<TicketDraft> edit,
        List<TaskDraft> tasks,
        List<TicketRef> blockers,
        @Nullable String comment,
        @Nullable TicketStatus status,
        boolean finishTasks) {
    public SaveTicket {
        tasks = List.copyOf(tasks);
        blockers = List.copyOf(blockers);
    }
}
