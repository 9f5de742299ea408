package dev.cairn.server.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says where an answer is not what the description promises; an object may have no field that is not described. */
final class Fit {
    private static final int REFUSED = 400;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\w+}");
    /** What is the connection's, or the same on all answers. */
    private static final Set<String> UNSAID = Set.of(
            "accept-encoding",
            "allow",
            "cache-control",
            "connection",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "expires",
            "last-modified",
            "referrer-policy",
            "transfer-encoding",
            "x-content-type-options",
            "x-frame-options");

    /** What an answer has whenever it is described. */
    private static final Set<String> ALWAYS = Set.of("ETag", "Location", "X-Request-Id");

    private final JsonNode document;
    private final Map<Pattern, String> paths = new LinkedHashMap<>();

    Fit(Map<String, Object> document) {
        this.document = new ObjectMapper().valueToTree(document);
        this.document.path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String path) -> path.contains("{"))
                        .thenComparing(path -> path))
                .forEach(
                        path -> paths.put(Pattern.compile(VARIABLE.matcher(path).replaceAll("[^/]+")), path));
    }

    /** The path as it is described, of an operation that there is. */
    @Nullable
    String route(String method, String path) {
        return paths.entrySet().stream()
                .filter(each -> each.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .filter(each -> !operation(each, method).isMissingNode())
                .findFirst()
                .orElse(null);
    }

    /** All operations, as in {@code GET /api/v1/projects}. */
    List<String> routes() {
        List<String> routes = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    /**
     * What an answer is that it should not be.
     *
     * @param headers in lower case
     * @param body null when there is none
     */
    List<String> misfits(String path, String method, int status, Set<String> headers, @Nullable JsonNode body) {
        JsonNode responses = operation(path, method).path("responses");
        JsonNode response = responses.path(String.valueOf(status));
        if (status >= REFUSED) {
            return refusal(status, response, headers, body);
        }
        if (response.isMissingNode()) {
            return List.of("it does not answer " + status);
        }
        List<String> misfits = new ArrayList<>(sent(response, headers));
        response.path("headers").fieldNames().forEachRemaining(name -> {
            if (ALWAYS.contains(name) && !headers.contains(name.toLowerCase(Locale.ROOT))) {
                misfits.add("a header %s is sent".formatted(name));
            }
        });
        if (body != null && body.path("nextCursor").isTextual() && !headers.contains("link")) {
            misfits.add("a next page is linked");
        }
        misfits.addAll(fit(response, "application/json", body));
        return misfits;
    }

    /** A code stands with its status, or is one of those that any request may be answered with. */
    private List<String> refusal(int status, JsonNode response, Set<String> headers, @Nullable JsonNode body) {
        JsonNode any = document.path("components").path("responses").path("Problem");
        String code = body == null ? "" : body.path("code").asText();
        List<String> misfits = new ArrayList<>(sent(any, headers));
        if (body != null && body.has("code") && body.has("title")) {
            misfits.addAll(fit(any, "application/problem+json", body));
            boolean known = Stream.of(response, any)
                    .anyMatch(each -> List.of(each.path("description").asText().split("[ ,]+"))
                            .contains(code));
            if (!known) {
                misfits.add("%s does not come with %d".formatted(code, status));
            }
        }
        return misfits;
    }

    private static List<String> sent(JsonNode response, Set<String> headers) {
        Set<String> described = new HashSet<>(UNSAID);
        response.path("headers").fieldNames().forEachRemaining(name -> described.add(name.toLowerCase(Locale.ROOT)));
        return headers.stream()
                .filter(name -> !described.contains(name))
                .map(name -> "no header %s is sent".formatted(name))
                .toList();
    }

    /** What a body that was taken is that it should not be. */
    List<String> misfits(String path, String method, @Nullable JsonNode body) {
        return fit(operation(path, method).path("requestBody"), "application/json", body);
    }

    /** What parameters that were taken are that they should not be. */
    List<String> misfits(String path, String method, Map<String, String> query) {
        List<String> misfits = new ArrayList<>();
        query.forEach((name, value) -> {
            JsonNode schema = parameter(path, method, name);
            if (schema.isMissingNode()) {
                misfits.add("there is no parameter " + name);
            } else if (!isOf(schema, value)) {
                misfits.add("%s=%s is not taken".formatted(name, value));
            }
        });
        return misfits;
    }

    /** Whether a parameter is described by the values that it takes, and the text is one of them. */
    boolean takes(String path, String method, String name, String value) {
        JsonNode schema = parameter(path, method, name);
        boolean said = schema.has("maximum")
                || schema.has("enum")
                || schema.path("items").has("$ref");
        return said && isOf(schema, value);
    }

    private JsonNode parameter(String path, String method, String name) {
        for (JsonNode parameter : operation(path, method).path("parameters")) {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals(name)) {
                return parameter.path("schema");
            }
        }
        return MissingNode.getInstance();
    }

    /** Whether the text of a parameter is of a schema. */
    private boolean isOf(JsonNode schema, String text) {
        return switch (schema.path("type").asText()) {
            case "array" ->
                Stream.of(text.split(",", -1))
                        .allMatch(each -> misfits(schema.path("items"), TextNode.valueOf(each), "")
                                .isEmpty());
            case "integer" ->
                text.matches("[0-9]{1,9}")
                        && Integer.parseInt(text) >= schema.path("minimum").asInt()
                        && Integer.parseInt(text) <= schema.path("maximum").asInt();
            case "boolean" -> List.of("true", "false").contains(text);
            default ->
                (!schema.has("enum") || contains(schema.get("enum"), TextNode.valueOf(text)))
                        && (!schema.has("pattern")
                                || text.matches(schema.get("pattern").asText()));
        };
    }

    /** Whether a body may be left away. */
    boolean mayBeWithoutBody(String path, String method) {
        return !operation(path, method).path("requestBody").path("required").asBoolean();
    }

    /** Whether a body has a field, whatever else is in it; of bodies of several kinds nothing is said. */
    boolean hasField(String path, String method, String field) {
        JsonNode schema = operation(path, method)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().replace("#/components/schemas/", "");
            schema = document.path("components").path("schemas").path(name);
        }
        return schema.path("properties").has(field);
    }

    /** The same of a value and a schema that stands alone. */
    public static List<String> misfits(JsonNode schema, JsonNode value) {
        return new Fit(Map.of()).misfits(schema, value, "");
    }

    private JsonNode operation(String path, String method) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    private List<String> fit(JsonNode message, String type, @Nullable JsonNode body) {
        JsonNode schema = message.path("content").path(type).path("schema");
        return body == null || schema.isMissingNode() ? List.of() : misfits(schema, body, "");
    }

    private List<String> misfits(JsonNode schema, JsonNode value, String place) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").textValue().replace("#/components/schemas/", "");
            return misfits(document.path("components").path("schemas").path(name), value, place);
        }
        if (schema.has("allOf")) {
            List<String> misfits = new ArrayList<>();
            schema.get("allOf").forEach(each -> misfits.addAll(misfits(each, value, place)));
            return misfits;
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return any(schema.get(choice), value, place);
            }
        }
        if (schema.has("type") && !isOf(schema.get("type"), value)) {
            return List.of("%s: %s is not of %s".formatted(place, value, schema.get("type")));
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            return List.of("%s: %s is not %s".formatted(place, value, schema.get("const")));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            return List.of("%s: %s is none of %s".formatted(place, value, schema.get("enum")));
        }
        List<String> misfits = new ArrayList<>();
        if (value.isArray()) {
            if (value.size() < schema.path("minItems").asInt()) {
                misfits.add(place + " has too few entries");
            }
            value.forEach(each -> misfits.addAll(misfits(schema.path("items"), each, place + "/*")));
        } else if (value.isObject() && (schema.has("properties") || schema.has("required"))) {
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
        if (!schema.has("properties")) {
            return;
        }
        value.properties().forEach(field -> {
            JsonNode described = schema.path("properties").path(field.getKey());
            String at = place + "/" + field.getKey();
            if (described.isMissingNode()
                    && !schema.path("additionalProperties").asBoolean()) {
                misfits.add(at + " is not described");
            } else if (!described.isMissingNode()) {
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
