package dev.cairn.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a request: only those that were set are sent, so that the rest stays as it is. */
public abstract class Fields<T extends Fields<T>> {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Fields() {}

    /** Builds fields from their names and values. */
    public static Fields<?> of(Map<String, ? extends @Nullable Object> values) {
        Any fields = new Any();
        values.forEach(fields::set);
        return fields;
    }

    private static final class Any extends Fields<Any> {}

    @JsonValue
    public final Map<String, @Nullable Object> values() {
        return values;
    }

    /** Sets any field, also one that this client does not know yet, to any JSON value. */
    @SuppressWarnings("unchecked") // T is what extends this
    public final T set(String name, @Nullable Object value) {
        values.put(name, value);
        return (T) this;
    }
}
