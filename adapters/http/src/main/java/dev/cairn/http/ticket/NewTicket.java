package dev.cairn.http.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.json.Partial;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** A new ticket, with its first tasks among its fields. */
@Introspected
record NewTicket(
        List<Partial<TaskDraft>> tasks, @JsonUnwrapped Partial<TicketDraft> ticket) {
    CreateTicket command() {
        return new CreateTicket(
                ticket.create("title", TicketDraft::titled),
                tasks.stream()
                        .map(task -> task.create("content", TaskDraft::of))
                        .toList());
    }
}
