package dev.cairn.persistence.queue;

import dev.cairn.domain.queue.Candidate;
import dev.cairn.domain.queue.ClaimAttempt;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.schema.Engine;

/** Says in SQL which tickets and items a claim means (Q22). */
final class Wanted {
    private static final String TICKET_OF_ITEM =
            "m.id = COALESCE(i.ticket_id, (SELECT k.ticket_id FROM tasks k WHERE k.id = i.task_id))";

    private Wanted() {}

    /** Adds the filter's conditions on the ticket {@code ticket}. */
    static Conditions tickets(Conditions where, String ticket, WorkFilter filter, Engine engine) {
        where.oneOf(ticket + ".type", filter.types());
        if (filter.minPriority() != null) {
            where.and(ticket + ".priority >= ?", filter.minPriority().rank());
        }
        for (String label : filter.labels()) {
            where.and("? IN (" + engine.elements(ticket + ".labels") + ")", label);
        }
        return where;
    }

    /** Returns the filter's conditions on the item {@code i}. */
    static Conditions items(WorkFilter filter, Engine engine) {
        Conditions items = new Conditions();
        if (!filter.any()) {
            Conditions ticket = tickets(new Conditions().and(TICKET_OF_ITEM), "m", filter, engine);
            items.and(
                    "EXISTS (SELECT 1 FROM tickets m" + ticket.sql() + ")",
                    ticket.values().toArray());
        }
        return items;
    }

    static Conditions items(ClaimAttempt attempt, Engine engine) {
        Conditions items = items(attempt.filter(), engine).equal("i.id", attempt.itemId());
        Candidate upTo = attempt.upTo();
        if (upTo != null) {
            int rank = upTo.priority().rank();
            items.and("(i.priority > ? OR (i.priority = ? AND i.position <= ?))", rank, rank, upTo.position());
        }
        return items;
    }
}
