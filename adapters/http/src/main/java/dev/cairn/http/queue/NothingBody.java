package dev.cairn.http.queue;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.queue.Nothing;
import dev.cairn.domain.queue.Nothing.Rest;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.WaitsFor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An empty answer to a claim on the wire: the reason, and what belongs to it (Q3, Q25). */
final class NothingBody {
    private NothingBody() {}

    /** What a blocked item waits for: a ticket, or one of its own tasks. */
    record Blocker(
            WaitsFor.Kind code,
            TicketKey ticket,
            Id<Ticket> ticketId,
            @Nullable Id<Task> taskId,
            @Nullable TicketKey via) {
        static Blocker of(WaitsFor waits) {
            return new Blocker(waits.kind(), waits.otherKey(), waits.otherId(), waits.taskId(), waits.via());
        }
    }

    static Map<String, @Nullable Object> of(Nothing nothing) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("claim", null);
        body.put("reason", nothing.reason());
        switch (nothing.reason()) {
            case SCHEDULED -> body.put("runAt", nothing.runAt());
            case ALL_BLOCKED -> {
                body.put("blockedItemId", nothing.blockedItemId());
                if (nothing.blockedTicketId() != null) {
                    body.put("blockedTicketId", nothing.blockedTicketId());
                }
                body.put(
                        "blockers", nothing.blockers().stream().map(Blocker::of).toList());
            }
            case AT_LIMIT -> {
                body.put("limit", nothing.limit());
                body.put(
                        "holders",
                        nothing.holders().stream().map(HolderBody::of).toList());
            }
            case EMPTY -> addRest(body, nothing.rest());
            case PAUSED -> {}
        }
        return body;
    }

    private static void addRest(Map<String, @Nullable Object> body, @Nullable Rest rest) {
        if (rest != null) {
            body.put("failed", rest.failed());
            body.put("scheduled", rest.scheduled());
            body.put("stalled", rest.stalled());
        }
    }
}
