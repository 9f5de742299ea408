package dev.cairn.http.ticket;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.domain.ticket.ClaimedBy;
import dev.cairn.domain.ticket.TicketWithTasks;
import org.jspecify.annotations.Nullable;

/** A ticket on its own, with its holder (Q24). */
record TicketBody(
        @JsonUnwrapped TicketWithTasks ticket, @Nullable ClaimedBy claimedBy) {}
