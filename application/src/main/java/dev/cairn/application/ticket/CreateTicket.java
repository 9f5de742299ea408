package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.ticket.Task;
import java.util.List;

/** A new ticket with its first tasks, in their order. */
public record CreateTicket(TicketFields fields, List<TaskFields> tasks) {
    public CreateTicket {
        tasks = Limits.count("tasks", tasks, Task.PER_TICKET_MAX);
    }

    /** What it adds to the database. */
    int rows() {
        return 1 + tasks.size();
    }

    public static CreateTicket titled(String title) {
        return new CreateTicket(TicketFields.titled(title), List.of());
    }
}
