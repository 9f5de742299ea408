package dev.cairn.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Limits;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON object on its way into a command: fields are taken out, and nothing unknown may be left. */
public final class BodyObject {
    private final Bodies bodies;
    private final ObjectNode rest;
    private final String place;
    private final Set<String> taken = new TreeSet<>();

    BodyObject(Bodies bodies, ObjectNode rest, String place) {
        this.bodies = bodies;
        this.rest = rest;
        this.place = place;
    }

    /** A field that must be there and not null. */
    public <T> T require(String field, Class<T> type) {
        T value = take(field, type);
        if (value == null) {
            throw Invalid.of(
                    ErrorCode.REQUIRED, Bodies.join(place, field), field + " is required" + Bodies.instead(rest));
        }
        return value;
    }

    /** A field that may be absent or null. */
    public <T> @Nullable T take(String field, Class<T> type) {
        JsonNode value = remove(field);
        return value == null || value.isNull() ? null : bodies.convert(value, type, Bodies.join(place, field));
    }

    /** False when absent; never null. */
    public boolean flag(String field) {
        JsonNode value = remove(field);
        return value != null && bodies.convert(value, Boolean.class, Bodies.join(place, field));
    }

    /** A list that must be there. */
    public <T> List<T> requireList(String field, Class<T> type) {
        return nodes(field, true).stream()
                .map(node -> bodies.convert(node.value(), type, node.place()))
                .toList();
    }

    /** A list of objects that must be there. */
    public List<BodyObject> requireObjects(String field) {
        return nodes(field, true).stream()
                .map(node -> bodies.object(node.value(), node.place()))
                .toList();
    }

    /** A list of records; absent means empty. */
    public <T> List<T> takeList(String field, Class<T> type) {
        return nodes(field, false).stream()
                .map(node -> bodies.convert(node.value(), type, node.place()))
                .toList();
    }

    /** Whether the field is there, null or not. */
    public boolean has(String field) {
        return rest.has(field);
    }

    /** All fields that were not taken, as a record. */
    public <T> T as(Class<T> type) {
        T record = bodies.convert(rest, type, place, taken);
        rest.removeAll();
        return record;
    }

    /** All fields that were not taken, for a reader that refuses what it does not know. */
    public Tree tree() {
        Tree tree = Tree.at(place, Trees.of(rest));
        rest.removeAll();
        return tree;
    }

    /** @throws Invalid when a field was not taken: it is unknown here */
    public void end() {
        if (!rest.isEmpty()) {
            String field = rest.fieldNames().next();
            throw Invalid.of(
                    ErrorCode.INVALID,
                    Bodies.join(place, field),
                    "Unknown field '%s'; allowed: %s"
                            .formatted(Text.excerpt(field), taken.isEmpty() ? "none" : String.join(", ", taken)));
        }
    }

    private record Placed(JsonNode value, String place) {}

    private List<Placed> nodes(String field, boolean required) {
        JsonNode value = remove(field);
        if (value == null && !required) {
            return List.of();
        }
        String at = Bodies.join(place, field);
        if (value == null || !value.isArray()) {
            throw Invalid.of(
                    value == null ? ErrorCode.REQUIRED : ErrorCode.INVALID,
                    at,
                    value == null
                            ? field + " is required"
                            : "A JSON array is expected here, not " + Bodies.kind(value));
        }
        if (value.size() > Limits.BULK_MAX) {
            throw Invalid.of(ErrorCode.TOO_MANY, at, "%s takes at most %d entries".formatted(field, Limits.BULK_MAX));
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
