package dev.cairn.mcp.work;

import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.mcp.work.SavingTools.Clearable;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what an agent says of a ticket into an edit: what it leaves away stays. */
final class TicketWords {
    private TicketWords() {}

    static Edit<TicketDraft> edit(SavingTools.Ticket said) {
        List<Clearable> clear = said.clear() == null ? List.of() : said.clear();
        return draft -> new TicketDraft(
                draft.content().with(content -> {
                    given(said.type(), content::type);
                    given(said.title(), content::title);
                    given(said.overview(), content::overview);
                    given(said.priority(), content::priority);
                    given(said.labels(), content::labels);
                    given(said.acceptanceCriteria(), content::acceptanceCriteria);
                    if (said.estimatedMinutes() != null || clear.contains(Clearable.ESTIMATED_MINUTES)) {
                        content.estimatedMinutes(said.estimatedMinutes());
                    }
                    if (said.dueAt() != null || clear.contains(Clearable.DUE_AT)) {
                        content.dueAt(said.dueAt());
                    }
                }),
                said.parent() != null || clear.contains(Clearable.PARENT) ? said.parent() : draft.parentId());
    }

    static List<TaskDraft> tasks(SavingTools.Ticket said) {
        return said.tasks() == null
                ? List.of()
                : said.tasks().stream().map(TaskDraft::of).toList();
    }

    static Edit<TaskDraft> edit(SavingTools.Step said) {
        return draft -> new TaskDraft(
                draft.content().with(content -> {
                    given(said.content(), content::content);
                    given(said.description(), content::description);
                    given(said.dependsOn(), content::dependsOn);
                }),
                said.status() == null ? draft.status() : said.status());
    }

    private static <T> void given(@Nullable T value, Consumer<T> set) {
        if (value != null) {
            set.accept(value);
        }
    }
}
