package dev.cairn.domain.interchange;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.kernel.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Converts {@link Seen} to plain maps and lists, for stores and files, and back. */
public final class SeenTree {
    private SeenTree() {}

    public static Seen read(Tree tree) {
        tree.object("hash", "title", "createdAt", "updatedAt", "fields", "labels", "refs", "left", "children");
        Map<String, String> fields = new HashMap<>();
        for (String field : tree.field("fields").texts()) {
            int colon = field.indexOf(':');
            if (colon < 1) {
                throw Invalid.of(ErrorCode.FORMAT, "fields", "Expected here: a name, a colon and a hash");
            }
            fields.put(field.substring(0, colon), field.substring(colon + 1));
        }
        return new Seen(
                tree.field("hash").optionalText(),
                tree.field("title").optionalText(),
                time(tree.field("createdAt")),
                time(tree.field("updatedAt")),
                fields,
                tree.field("labels").texts(),
                tree.field("refs").texts(),
                tree.field("left").texts(),
                tree.field("children").texts());
    }

    /** Returns the plain form, without empty fields. */
    public static Map<String, @Nullable Object> write(Seen seen) {
        Map<String, @Nullable Object> fields = Components.fields(seen);
        fields.put(
                "fields",
                new TreeMap<>(seen.fields())
                        .entrySet().stream()
                                .map(field -> field.getKey() + ":" + field.getValue())
                                .toList());
        fields.replaceAll((_, value) -> value instanceof Instant at ? at.toString() : value);
        fields.values().removeIf(value -> value == null || List.of().equals(value));
        return fields;
    }

    private static @Nullable Instant time(Tree tree) {
        String text = tree.optionalText();
        try {
            return text == null ? null : Times.checked("time", Instant.parse(text));
        } catch (DateTimeException e) {
            throw Invalid.of(ErrorCode.FORMAT, tree.place(), "Expected here: an RFC 3339 time");
        }
    }
}
