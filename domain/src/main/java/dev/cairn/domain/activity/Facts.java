package dev.cairn.domain.activity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a thing by wire name, in order, for comparison before and after a change. */
public final class Facts {
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    /** Takes every field of a public record under its own name, so that a new field is in the log by itself. */
    public static Facts of(Record content) {
        return new Facts().with(content);
    }

    /** As {@link #of}, behind what is there. */
    public Facts with(Record content) {
        for (RecordComponent component : COMPONENTS.get(content.getClass())) {
            with(component.getName(), value(component, content));
        }
        return this;
    }

    /** @param value text, number, truth value, time, id, constant, JSON, null, or a list of such */
    public Facts with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    private static @Nullable Object value(RecordComponent component, Record content) {
        try {
            return component.getAccessor().invoke(content);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }
}
