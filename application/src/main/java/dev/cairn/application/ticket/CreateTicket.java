package dev.cairn.application.ticket;

import dev.cairn.application.work.Act;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketContent;
import java.util.ArrayList;
import java.util.List;

/** The command to create a ticket with its first tasks, in their order. */
public record CreateTicket(TicketDraft ticket, List<TaskDraft> tasks) {
    public CreateTicket {
        tasks = Limits.count("tasks", tasks, Task.PER_TICKET_MAX);
    }

    public CreateTicket(TicketContent content, List<TaskDraft> tasks) {
        this(TicketDraft.of(content), tasks);
    }

    public static CreateTicket titled(String title) {
        return new CreateTicket(TicketContent.titled(title), List.of());
    }

    /** Returns the number of rows to insert. */
    int rows() {
        return 1 + tasks.size();
    }

    /** @throws Invalid when a task depends on another: none has an id yet */
    CreateTicket checked() {
        for (int i = 0; i < tasks.size(); i++) {
            if (!tasks.get(i).content().dependsOn().isEmpty()) {
                throw Invalid.of(
                        ErrorCode.INVALID,
                        "tasks/" + i + "/dependsOn",
                        "A new ticket's tasks have no ids to depend on yet: set dependsOn afterwards");
            }
        }
        return this;
    }

    List<Task> tasks(Act act, Id<Ticket> ticket) {
        List<Task> created = new ArrayList<>();
        for (TaskDraft draft : tasks) {
            Task task = Task.create(act.newId(), ticket, draft.content(), created.size(), act.now());
            created.add(draft.status() == TaskStatus.PENDING ? task : task.moveTo(draft.status(), act.now()));
        }
        return created;
    }
}
