package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskContent;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked new ticket: everything that can be wrong with it alone is found before the transaction begins (R12).
 *
 * @param place where its fields stand in the request, for errors
 * @param parent still to be found
 */
record TicketDraft(
        String place,
        TicketContent content,
        @Nullable TicketRef parent,
        List<TaskContent> tasks,
        List<TaskStatus> statuses) {

    static TicketDraft of(String place, CreateTicket command) {
        List<TaskContent> tasks = new ArrayList<>();
        List<TaskStatus> statuses = new ArrayList<>();
        for (TaskFields fields : command.tasks()) {
            try {
                tasks.add(checked(fields));
                statuses.add(fields.status().over(TaskStatus.PENDING));
            } catch (Invalid invalid) {
                throw invalid.below("tasks/" + tasks.size());
            }
        }
        return new TicketDraft(
                place, command.fields().create(), command.fields().parentId().over(null), tasks, statuses);
    }

    List<Task> tasks(Act act, Id<Ticket> ticket) {
        List<Task> created = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = Task.create(act.newId(), ticket, tasks.get(i), i, act.now());
            created.add(statuses.get(i) == TaskStatus.PENDING ? task : task.moveTo(statuses.get(i), act.now()));
        }
        return created;
    }

    private static TaskContent checked(TaskFields fields) {
        if (fields.dependsOn() instanceof Change.To<List<Id<Task>>>(List<Id<Task>> ids) && !ids.isEmpty()) {
            throw Invalid.of(
                    ErrorCode.INVALID,
                    "dependsOn",
                    "A new ticket's tasks have no ids to depend on yet: set dependsOn afterwards");
        }
        return fields.create();
    }
}
