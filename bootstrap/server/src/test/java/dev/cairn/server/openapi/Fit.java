package dev.cairn.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says where an answer is not what the description promises; an object may have no field that is not described. */
public final class Fit {
    private static final int REFUSED = 400;

    private final JsonNode document;

    public Fit(Map<String, Object> document) {
        this.document = new ObjectMapper().valueToTree(document);
    }

    /** @param body null when there is none */
    public List<String> misfits(String path, String method, int status, @Nullable JsonNode body) {
        JsonNode responses = operation(path, method).path("responses");
        if (status < REFUSED && !responses.has(String.valueOf(status))) {
            return List.of("%s %s does not say that it answers %d".formatted(method, path, status));
        }
        return fit(responses.path(String.valueOf(status)), body);
    }

    /** The same of a body that was taken. */
    public List<String> misfits(String path, String method, @Nullable JsonNode body) {
        return fit(operation(path, method).path("requestBody"), body);
    }

    /** The same of a value and a schema that stands alone. */
    public static List<String> misfits(JsonNode schema, JsonNode value) {
        return new Fit(Map.of()).misfits(schema, value, "");
    }

    private JsonNode operation(String path, String method) {
        return document.path("paths").path(path).path(method);
    }

    private List<String> fit(JsonNode message, @Nullable JsonNode body) {
        JsonNode schema = message.path("content").path("application/json").path("schema");
        return body == null || schema.isMissingNode() ? List.of() : misfits(schema, body, "");
    }

    private List<String> misfits(JsonNode schema, JsonNode value, String place) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().replace("#/components/schemas/", "");
            return misfits(document.path("components").path("schemas").path(name), value, place);
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return any(schema.get(choice), value, place);
            }
        }
        if (schema.has("type") && !isOf(schema.get("type"), value)) {
            return List.of("%s: %s is not of %s".formatted(place, value, schema.get("type")));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            return List.of("%s: %s is none of %s".formatted(place, value, schema.get("enum")));
        }
        List<String> misfits = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> misfits.addAll(misfits(schema.path("items"), each, place + "/*")));
        } else if (value.isObject() && schema.has("properties")) {
            object(schema, value, place, misfits);
        }
        return misfits;
    }

    private void object(JsonNode schema, JsonNode value, String place, List<String> misfits) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.textValue())) {
                misfits.add("%s/%s is missing".formatted(place, name.textValue()));
            }
        });
        value.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            String at = place + "/" + field.getKey();
            if (described.isMissingNode()) {
                misfits.add(at + " is not described");
            } else {
                misfits.addAll(misfits(described, field.getValue(), at));
            }
        });
    }

    private List<String> any(JsonNode choices, JsonNode value, String place) {
        List<String> all = new ArrayList<>();
        for (JsonNode choice : choices) {
            List<String> misfits = misfits(choice, value, place);
            if (misfits.isEmpty()) {
                return misfits;
            }
            all.addAll(misfits);
        }
        return all;
    }

    private static boolean isOf(JsonNode types, JsonNode value) {
        if (types.isArray()) {
            for (JsonNode type : types) {
                if (isOf(type, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (types.textValue()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "array" -> value.isArray();
            default -> value.isObject();
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
