package dev.cairn.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent: only what was set, so that the rest stays as it is. */
public abstract class Fields<T extends Fields<T>> {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Fields() {}

    @JsonValue
    public final Map<String, @Nullable Object> values() {
        return values;
    }

    @SuppressWarnings("unchecked") // T is what extends this
    final T set(String name, @Nullable Object value) {
        values.put(name, value);
        return (T) this;
    }
}
