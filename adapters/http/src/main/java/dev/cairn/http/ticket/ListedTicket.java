package dev.cairn.http.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.http.door.Includes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket in a list, with what {@code include} asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListedTicket(
        @JsonUnwrapped @JsonInclude(JsonInclude.Include.ALWAYS)
        TicketSummary ticket,

        @Nullable String overview,
        @Nullable Json metadata,
        @Nullable List<Task> tasks) {

    static ListedTicket of(TicketSummary row, @Nullable Ticket whole, Includes includes, List<Task> tasks) {
        return new ListedTicket(
                row,
                whole != null && includes.has("overview") ? whole.content().overview() : null,
                whole != null && includes.has("metadata") ? whole.content().metadata() : null,
                includes.has("tasks") ? tasks : null);
    }
}
