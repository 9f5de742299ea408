package dev.cairn.application.queue;

import dev.cairn.application.work.Fields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tickets a queue feeds itself with, as a client gives it: what is absent means any (Q22). */
public record WorkFields(
        Change<List<String>> labels, Change<List<TicketType>> types, Change<@Nullable Priority> minPriority) {

    public WorkFields {
        Fields.notNull("labels", labels);
        Fields.notNull("types", types);
    }

    public static WorkFields of(WorkFilter filter) {
        return new WorkFields(Change.to(filter.labels()), Change.to(filter.types()), Change.to(filter.minPriority()));
    }

    /** It replaces what was there before: a filter is one value. */
    WorkFilter filter() {
        return new WorkFilter(labels.over(List.of()), types.over(List.of()), minPriority.over(null));
    }
}
