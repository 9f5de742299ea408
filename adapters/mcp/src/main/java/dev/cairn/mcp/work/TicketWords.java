package dev.cairn.mcp.work;

import dev.cairn.application.ticket.TaskDraft;
import dev.cairn.application.ticket.TicketDraft;
import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Edit;
import dev.cairn.mcp.work.SavingTools.Clearable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a tool's arguments into an edit of a ticket: absent ones stay. Fields match by name. */
final class TicketWords {
    private TicketWords() {}

    static Edit<TicketDraft> edit(SavingTools.Ticket said) {
        Map<String, @Nullable Object> fields = fields(said);
        if (said.clear() != null) {
            said.clear().stream().map(Clearable::field).forEach(field -> fields.putIfAbsent(field, null));
        }
        boolean moves = fields.containsKey(Clearable.PARENT.field());
        return draft -> new TicketDraft(over(draft.content(), fields), moves ? said.parent() : draft.parentId());
    }

    static List<TaskDraft> tasks(SavingTools.Ticket said) {
        return said.tasks() == null
                ? List.of()
                : said.tasks().stream().map(TaskDraft::of).toList();
    }

    static Edit<TaskDraft> edit(SavingTools.Step said) {
        Map<String, @Nullable Object> fields = fields(said);
        return draft ->
                new TaskDraft(over(draft.content(), fields), said.status() == null ? draft.status() : said.status());
    }

    /** Returns the fields that are set, by name. */
    private static Map<String, @Nullable Object> fields(Record said) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        Components.of(said.getClass()).all().forEach(component -> {
            Object value = Components.value(component, said);
            if (value != null) {
                fields.put(component.getName(), value);
            }
        });
        return fields;
    }

    private static <C extends Record> C over(C content, Map<String, @Nullable Object> fields) {
        return Components.map(content, (name, before) -> fields.containsKey(name) ? fields.get(name) : before);
    }
}
