package dev.cairn.persistence.queue;

import dev.cairn.domain.kernel.Tree;
import dev.cairn.domain.queue.WorkFilter;
import dev.cairn.domain.ticket.Priority;
import dev.cairn.domain.ticket.TicketType;
import dev.cairn.json.JsonTrees;
import dev.cairn.persistence.kernel.JsonLists;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes the feed settings of a queue as JSON in a column. */
final class FeedsTree {
    private FeedsTree() {}

    static @Nullable WorkFilter read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Tree tree = JsonTrees.read(json).object("labels", "types", "minPriority");
        Tree least = tree.field("minPriority");
        return new WorkFilter(
                tree.field("labels").texts(),
                tree.field("types").list(type -> type.constant(TicketType.class)),
                least.optionalText() == null ? null : least.constant(Priority.class));
    }

    static @Nullable String write(@Nullable WorkFilter feeds) {
        if (feeds == null) {
            return null;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("labels", feeds.labels());
        fields.put("types", feeds.types());
        fields.put("minPriority", feeds.minPriority());
        return JsonLists.write(fields);
    }
}
