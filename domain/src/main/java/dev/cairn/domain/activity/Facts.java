package dev.cairn.domain.activity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a thing by wire name, in order, for comparison before and after a change. */
public final class Facts {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** @param value text, number, truth value, time, id, constant, JSON, null, or a list of such */
    public Facts with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
