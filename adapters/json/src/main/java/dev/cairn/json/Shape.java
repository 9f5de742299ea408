package dev.cairn.json;

import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.domain.kernel.Components;
import dev.cairn.domain.ticket.TicketContent;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How clients see a record that they edit: a field for each component, and for those of the parts that are flat on the wire. A
 * part's field is not seen where the record has one of the same name.
 */
public final class Shape {
    private final Components components;
    private final List<Part> parts;
    private final Map<String, Field> fields;

    /** A component of the record. */
    sealed interface Part {
        RecordComponent component();
    }

    /** A component that is no field of its own on the wire, and stays as it is. */
    private record Kept(RecordComponent component) implements Part {}

    /** A component whose own components are fields of the record on the wire. */
    private record Flat(RecordComponent component, Shape shape) implements Part {}

    /**
     * A component that is a field.
     *
     * @param name on the wire
     * @param nulls whether it takes a null
     */
    public record Field(String name, RecordComponent component, boolean nulls) implements Part {
        public AnnotatedType type() {
            return component.getAnnotatedType();
        }

        /** Returns the value that a null stands for: a position that nobody has set is the last (Q11), all else is null. */
        @Nullable
        Object empty() {
            return component.getType() == long.class ? TicketContent.POSITION_LAST : null;
        }
    }

    private Shape(Components components, List<Part> parts) {
        this.components = components;
        this.parts = parts;
        this.fields = fields(parts);
    }

    /** Builds the shape of a record as this mapper writes it. */
    public static Shape of(JsonMapper mapper, Class<? extends Record> type) {
        return of(mapper, type, Set.of());
    }

    private static Shape of(JsonMapper mapper, Class<?> type, Set<String> seen) {
        SerializationConfig config = mapper.getSerializationConfig();
        AnnotationIntrospector annotations = config.getAnnotationIntrospector();
        Map<String, BeanPropertyDefinition> written = new LinkedHashMap<>();
        Set<String> names = new HashSet<>(seen);
        for (BeanPropertyDefinition property :
                config.introspect(mapper.constructType(type)).findProperties()) {
            AnnotatedMember accessor = property.getAccessor();
            if (accessor != null) {
                written.put(accessor.getName(), property);
                if (annotations.findUnwrappingNameTransformer(accessor) == null) {
                    names.add(property.getName());
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : Components.of(type).all()) {
            BeanPropertyDefinition property = written.get(component.getName());
            AnnotatedMember accessor = property == null ? null : property.getAccessor();
            if (property == null || accessor == null) {
                parts.add(new Kept(component));
            } else if (annotations.findUnwrappingNameTransformer(accessor) != null) {
                names.addAll(
                        annotations.findPropertyIgnoralByName(config, accessor).getIgnored());
                parts.add(new Flat(component, of(mapper, component.getType(), names)));
            } else {
                parts.add(
                        seen.contains(property.getName())
                                ? new Kept(component)
                                : new Field(property.getName(), component, nulls(annotations, component, accessor)));
            }
        }
        return new Shape(Components.of(type), List.copyOf(parts));
    }

    private static boolean nulls(
            AnnotationIntrospector annotations, RecordComponent component, AnnotatedMember accessor) {
        Nulls nulls = annotations.findSetterInfo(accessor).getValueNulls();
        return nulls == Nulls.AS_EMPTY
                || (nulls != Nulls.FAIL && component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** Returns the shape of the flat part of this type. */
    Shape part(Class<?> type) {
        return parts.stream()
                .filter(part -> part.component().getType() == type)
                .map(part -> part instanceof Flat flat ? flat.shape() : null)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Returns all fields by name, in the order of the components. */
    public Map<String, Field> fields() {
        return fields;
    }

    private static Map<String, Field> fields(List<Part> parts) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Part part : parts) {
            switch (part) {
                case Field field -> fields.put(field.name(), field);
                case Flat flat -> fields.putAll(flat.shape().fields());
                case Kept _ -> {}
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    /** The record with these values in the place of its own. */
    Object with(Object current, Map<String, @Nullable Object> values) {
        @Nullable Object[] made = new @Nullable Object[parts.size()];
        for (int i = 0; i < made.length; i++) {
            Part part = parts.get(i);
            Object own = Components.value(part.component(), current);
            made[i] = switch (part) {
                case Kept _ -> own;
                case Flat flat -> own == null ? null : flat.shape().with(own, values);
                case Field field -> values.containsKey(field.name()) ? values.get(field.name()) : own;
            };
        }
        return components.make(made);
    }
}
