package dev.cairn.domain.activity;

import dev.cairn.domain.kernel.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change changed: only the fields that differ, as they were and as they are. Long values are cut: the log says
 * what happened, it is no archive of contents.
 */
public record Difference(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    /** Characters of one text; a cut one ends in {@code …}. */
    public static final int TEXT_MAX = 500;
    /** Elements of one list. */
    public static final int ELEMENTS_MAX = 50;

    /** Nothing of its own has changed. */
    public static final Difference NOTHING = new Difference(Map.of(), Map.of());

    public Difference {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    public static Difference between(Facts before, Facts after) {
        Map<String, @Nullable Object> was = new LinkedHashMap<>();
        Map<String, @Nullable Object> is = new LinkedHashMap<>();
        after.fields().forEach((name, value) -> {
            Object earlier = before.fields().get(name);
            if (!Objects.equals(earlier, value)) {
                was.put(name, bounded(earlier));
                is.put(name, bounded(value));
            }
        });
        return new Difference(was, is);
    }

    private static @Nullable Object bounded(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> cut(text);
            case Json json when json.text().length() > TEXT_MAX -> cut(json.text());
            case List<?> elements -> bounded(elements);
            default -> value;
        };
    }

    private static List<@Nullable Object> bounded(List<?> elements) {
        List<@Nullable Object> shown = new ArrayList<>();
        for (Object element : elements.subList(0, Math.min(elements.size(), ELEMENTS_MAX))) {
            shown.add(bounded(element));
        }
        return shown;
    }

    /** Never in the middle of a surrogate pair. */
    private static String cut(String text) {
        if (text.length() <= TEXT_MAX) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(TEXT_MAX - 1)) ? TEXT_MAX - 1 : TEXT_MAX;
        return text.substring(0, end) + "…";
    }
}
