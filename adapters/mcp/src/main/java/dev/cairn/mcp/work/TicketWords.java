package dev.cairn.mcp.work;

import dev.cairn.application.ticket.TaskFields;
import dev.cairn.application.ticket.TicketFields;
import dev.cairn.domain.kernel.Change;
import dev.cairn.mcp.work.SavingTools.Clearable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what an agent says of a ticket into the fields of its use case: what it leaves away stays. */
final class TicketWords {
    private TicketWords() {}

    static TicketFields fields(SavingTools.Ticket said) {
        List<Clearable> clear = said.clear() == null ? List.of() : said.clear();
        return new TicketFields(
                given(said.type()),
                given(said.title()),
                given(said.overview()),
                given(said.priority()),
                Change.keep(),
                cleared(said.parent(), clear.contains(Clearable.PARENT)),
                given(said.labels()),
                given(said.acceptanceCriteria()),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                cleared(said.estimatedMinutes(), clear.contains(Clearable.ESTIMATED_MINUTES)),
                cleared(said.dueAt(), clear.contains(Clearable.DUE_AT)),
                Change.keep(),
                Change.keep());
    }

    static List<TaskFields> tasks(SavingTools.Ticket said) {
        return said.tasks() == null
                ? List.of()
                : said.tasks().stream().map(TaskFields::of).toList();
    }

    static TaskFields fields(SavingTools.Step said) {
        return new TaskFields(
                given(said.content()),
                cleared(said.description(), false),
                given(said.status()),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                given(said.dependsOn()));
    }

    private static <T> Change<T> given(@Nullable T value) {
        return value == null ? Change.keep() : Change.to(value);
    }

    @SuppressWarnings("NullAway") // null clears, where a use case lets it
    private static <T> Change<T> cleared(@Nullable T value, boolean clear) {
        return value == null && !clear ? Change.keep() : Change.to(value);
    }
}
