package dev.cairn.domain.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The components of a record type, in their order. Code that treats all fields of a content alike uses them, so that a
 * new field needs no line of its own (ADR 27).
 */
public final class Components {
    private static final ClassValue<Components> KNOWN = new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> type) {
            return new Components(type);
        }
    };

    private final List<RecordComponent> all;
    private final Constructor<?> constructor;

    private Components(Class<?> type) {
        all = List.of(type.getRecordComponents());
        all.forEach(component -> component.getAccessor().setAccessible(true));
        try {
            constructor = type.getDeclaredConstructor(
                    all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
        constructor.setAccessible(true);
    }

    /** @param type of a record */
    public static Components of(Class<?> type) {
        return KNOWN.get(type);
    }

    public List<RecordComponent> all() {
        return all;
    }

    public static @Nullable Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    /**
     * The record of these values.
     *
     * @throws RuntimeException that its constructor throws
     */
    public Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("Cannot make " + constructor + " of " + Arrays.toString(values), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a record as plain maps and lists, with enum constants in their wire form. */
    public static Map<String, @Nullable Object> fields(Record record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        of(record.getClass())
                .all
                .forEach(component -> fields.put(component.getName(), plain(value(component, record))));
        return fields;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Record part -> fields(part);
            case Enum<?> constant -> Wire.of(constant);
            case List<?> elements -> elements.stream().map(Components::plain).toList();
            case null, default -> value;
        };
    }

    /** Returns the record with the values that {@code change} makes from each component's name and value. */
    @SuppressWarnings("unchecked") // a record's constructor makes that record
    public static <R extends Record> R map(R record, BiFunction<String, @Nullable Object, @Nullable Object> change) {
        Components components = of(record.getClass());
        @Nullable
        Object[] values = components.all.stream()
                .map(component -> change.apply(component.getName(), value(component, record)))
                .toArray();
        return (R) components.make(values);
    }
}
