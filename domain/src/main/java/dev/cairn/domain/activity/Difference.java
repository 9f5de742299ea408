package dev.cairn.domain.activity;

import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Lifecycle;
import dev.cairn.domain.kernel.Recorded;
import dev.cairn.domain.kernel.Secret;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a change changed, with their values before and after. Long values are cut, because the log is no
 * archive of contents.
 */
public record Difference(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    /** The most characters that are kept of a text; a text that was cut ends in {@code …}. */
    public static final int TEXT_MAX = 500;
    /** The most elements that are kept of a list. */
    public static final int ELEMENTS_MAX = 50;

    /** The difference without a changed field. */
    public static final Difference NOTHING = new Difference(Map.of(), Map.of());

    /** The fields that every change updates, which a difference leaves out. */
    private static final Set<String> TIMES = Set.of("createdAt", "updatedAt");

    private static final String ARCHIVED_AT = "archivedAt";
    private static final String CONTENT = "content";

    public Difference {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /**
     * What differs between two states of a root, of its content, or of any record: each component under its own name, so that a
     * new field is in the log by itself. The records that a root consists of are flat, as they are for clients; of its
     * lifecycle only the archive is told, and no secret ever is (R8, R11).
     */
    public static Difference between(Record before, Record after) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        compare(before, after, was, is);
        return new Difference(was, is);
    }

    /** Makes the difference of one field. */
    public static Difference of(String field, @Nullable Object before, @Nullable Object after) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        compare(field, before, after, was, is);
        return new Difference(was, is);
    }

    private static void compare(
            Record before, Record after, Map<String, @Nullable Object> was, Map<String, @Nullable Object> is) {
        boolean root = after instanceof Recorded;
        for (RecordComponent component : Components.of(after.getClass()).all()) {
            String name = component.getName();
            Object earlier = Components.value(component, before);
            Object value = Components.value(component, after);
            if (value instanceof Lifecycle next && earlier instanceof Lifecycle last) {
                compare(ARCHIVED_AT, last.archivedAt(), next.archivedAt(), was, is);
            } else if ((root || name.equals(CONTENT))
                    && value instanceof Record part
                    && earlier instanceof Record same) {
                if (!(value instanceof Id)) {
                    compare(same, part, was, is);
                }
            } else if (!TIMES.contains(name)) {
                compare(name, earlier, value, was, is);
            }
        }
    }

    private static void compare(
            String field,
            @Nullable Object before,
            @Nullable Object after,
            Map<String, @Nullable Object> was,
            Map<String, @Nullable Object> is) {
        if (!Objects.equals(before, after) && !(before instanceof Secret) && !(after instanceof Secret)) {
            was.put(field, shown(before));
            is.put(field, shown(after));
        }
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> cut(text);
            case Json json when json.text().length() > TEXT_MAX -> cut(json.text());
            case List<?> elements -> shown(elements);
            case Record several when Components.of(several.getClass()).all().size() > 1 -> fields(several);
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> fields(Record record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : Components.of(record.getClass()).all()) {
            Object value = Components.value(component, record);
            if (!(value instanceof Secret)) {
                fields.put(component.getName(), shown(value));
            }
        }
        return fields;
    }

    private static List<@Nullable Object> shown(List<?> elements) {
        List<@Nullable Object> shown = new ArrayList<>();
        for (Object element : elements.subList(0, Math.min(elements.size(), ELEMENTS_MAX))) {
            shown.add(shown(element));
        }
        return shown;
    }

    /** Cuts a text to {@link #TEXT_MAX} characters, and never through a surrogate pair. */
    private static String cut(String text) {
        if (text.length() <= TEXT_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT_MAX - 1)) ? TEXT_MAX - 1 : TEXT_MAX;
        return text.substring(0, end) + "…";
    }
}
