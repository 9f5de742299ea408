package dev.cairn.application.ticket;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.ticket.Task;
import java.util.List;

/** A new ticket with its first tasks, in their order. */
public record CreateTicket(TicketFields fields, List<TaskFields> tasks) {
    public CreateTicket {
        tasks = Limits.count("tasks", tasks, Task.PER_TICKET_MAX);
    }

    public static CreateTicket titled(String title) {
        return new CreateTicket(TicketFields.titled(title), List.of());
    }
}
