package dev.cairn.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the fields out of a JSON object on its way into a command; nothing unknown may be left. */
public final class FieldReader {
    private final StrictJson json;
    private final ObjectNode rest;
    private final String place;
    private final boolean entry;
    private final Set<String> taken = new TreeSet<>();

    /** @param entry whether it is of a file, where null is as good as absent, and lists are as long as the file */
    FieldReader(StrictJson json, ObjectNode rest, String place, boolean entry) {
        this.json = json;
        this.rest = rest;
        this.place = place;
        this.entry = entry;
        if (entry) {
            rest.properties().removeIf(field -> field.getValue().isNull());
        }
    }

    /** Takes a field that must be there and not null. */
    public <T> T require(String field, Class<T> type) {
        T value = take(field, type);
        if (value == null) {
            throw Invalid.of(
                    ErrorCode.REQUIRED,
                    StrictJson.join(place, field),
                    field + " is required" + StrictJson.instead(rest));
        }
        return value;
    }

    /** Takes a field that may be absent or null. */
    public <T> @Nullable T take(String field, Class<T> type) {
        JsonNode value = remove(field);
        return value == null || value.isNull() ? null : json.convert(value, type, StrictJson.join(place, field));
    }

    /** Takes a field as {@link #take} does, with a default for an absent one. */
    public <T> T take(String field, Class<T> type, T otherwise) {
        T value = take(field, type);
        return value == null ? otherwise : value;
    }

    /** Takes an object that must be there. */
    public FieldReader object(String field) {
        JsonNode value = remove(field);
        if (value == null) {
            throw Invalid.of(ErrorCode.REQUIRED, StrictJson.join(place, field), field + " is required");
        }
        return json.object(value, StrictJson.join(place, field), entry);
    }

    /** Takes a truth value, false when it is absent; null is refused. */
    public boolean flag(String field) {
        JsonNode value = remove(field);
        return value != null && json.convert(value, Boolean.class, StrictJson.join(place, field));
    }

    /** Takes a list that must be there. */
    public <T> List<T> requireList(String field, Class<T> type) {
        return requireList(field, type, Limits.BULK_MAX);
    }

    /** Takes a list that must be there and has so many entries at most. */
    public <T> List<T> requireList(String field, Class<T> type, int max) {
        return nodes(field, true, max).stream()
                .map(node -> json.convert(node.value(), type, node.place()))
                .toList();
    }

    /** Takes a list of objects that must be there. */
    public List<FieldReader> requireObjects(String field) {
        return objects(field, true);
    }

    /** Takes a list of objects; absent means empty. */
    public List<FieldReader> takeObjects(String field) {
        return objects(field, false);
    }

    private List<FieldReader> objects(String field, boolean required) {
        return nodes(field, required).stream()
                .map(node -> json.object(node.value(), node.place(), entry))
                .toList();
    }

    /** Takes a list of records; absent means empty. */
    public <T> List<T> takeList(String field, Class<T> type) {
        return nodes(field, false).stream()
                .map(node -> json.convert(node.value(), type, node.place()))
                .toList();
    }

    /** Takes a list of records; null when it is absent or null, which says something else than an empty one. */
    public <T> @Nullable List<T> optionalList(String field, Class<T> type) {
        JsonNode value = rest.get(field);
        if (value == null || value.isNull()) {
            remove(field);
            return null;
        }
        return takeList(field, type);
    }

    /** Whether the field is there, null or not. */
    public boolean has(String field) {
        return rest.has(field);
    }

    /** Takes all fields that are left, as a record. */
    public <T> T as(Class<T> type) {
        T record = json.convert(rest, type, place, taken);
        rest.removeAll();
        return record;
    }

    /** Takes all fields that are left, as an edit of a record. */
    public <C extends Record> Partial<C> partial(Class<C> type) {
        Partial<C> given = json.partial(rest, type, json.shape(type), place, taken);
        rest.removeAll();
        return given;
    }

    /** The fields that a record has as a flat part of another, as an edit of it; those of the other stay. */
    public <C extends Record> Partial<C> partial(Class<C> type, Class<? extends Record> whole) {
        Shape part = json.shape(whole).part(type);
        ObjectNode own = rest.objectNode();
        for (String field : part.fields().keySet()) {
            JsonNode value = remove(field);
            if (value != null) {
                own.set(field, value);
            }
        }
        return json.partial(own, type, part, place, taken);
    }

    /** A list of objects, each as an edit of a record; absent means empty. */
    public <C extends Record> List<Partial<C>> takePartials(String field, Class<C> type) {
        return nodes(field, false).stream()
                .map(node -> json.partial(node.value(), type, json.shape(type), node.place(), Set.of()))
                .toList();
    }

    /** @throws Invalid when a field was not taken: it is unknown here */
    public void end() {
        if (!rest.isEmpty()) {
            String field = rest.fieldNames().next();
            throw json.unknown(
                    StrictJson.join(place, StrictJson.escaped(field)),
                    field,
                    taken.isEmpty() ? "none" : String.join(", ", taken));
        }
    }

    private record Placed(JsonNode value, String place) {}

    private List<Placed> nodes(String field, boolean required) {
        return nodes(field, required, Limits.BULK_MAX);
    }

    private List<Placed> nodes(String field, boolean required, int max) {
        JsonNode value = remove(field);
        if (value == null && !required) {
            return List.of();
        }
        String at = StrictJson.join(place, field);
        if (value == null || !value.isArray()) {
            throw Invalid.of(
                    value == null ? ErrorCode.REQUIRED : ErrorCode.INVALID,
                    at,
                    value == null
                            ? field + " is required"
                            : "A JSON array is expected here, not " + StrictJson.kind(value));
        }
        if (!entry && value.size() > max) {
            throw Invalid.of(ErrorCode.TOO_MANY, at, "%s takes at most %d entries".formatted(field, max));
        }
        List<Placed> nodes = new ArrayList<>();
        value.forEach(node -> nodes.add(new Placed(node, at + "/" + nodes.size())));
        return nodes;
    }

    private @Nullable JsonNode remove(String field) {
        taken.add(field);
        return rest.remove(field);
    }
}
