package dev.cairn.domain.queue;

import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.domain.ticket.TicketType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filter for ready tickets (Q22).
 *
 * @param labels a ticket has all of them; none means any
 * @param types a ticket has one of them; none means any
 * @param minPriority the least priority; null means any
 */
@RecordBuilder
public record WorkFilter(
        List<String> labels,
        List<TicketType> types,
        @Nullable Priority minPriority) implements WorkFilterBuilder.With {
    public static final WorkFilter ANY = new WorkFilter(List.of(), List.of(), null);

    public WorkFilter {
        labels = Text.set("labels", labels, TicketContent.LABELS_MAX, TicketContent.LABEL_MAX);
        types = Limits.count("types", types.stream().distinct().toList(), TicketType.values().length);
    }

    /** Whether every ticket is meant. */
    public boolean any() {
        return equals(ANY);
    }
}
