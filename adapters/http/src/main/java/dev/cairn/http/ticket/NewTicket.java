package dev.cairn.http.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.application.ticket.CreateTicket;
import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import io.micronaut.core.annotation.Introspected;
import java.util.List;

/** A new ticket, with its first tasks among its fields. */
@Introspected
record NewTicket(List<TaskFields> tasks, @JsonUnwrapped TicketFields fields) {
    CreateTicket command() {
        return new CreateTicket(fields, tasks);
    }
}
