package dev.cairn.server.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which Java types stand for the schemas of a description: records for what is answered, builders for what is sent. */
@SuppressWarnings({"unchecked", "NullAway"}) // a description is a tree of maps and lists
final class JavaTypes {
    private static final int LINE_MAX = 200;
    private static final String PAGE = "ListBodyOf";
    /** Answers of several shapes have no name in a description. */
    private static final Map<Set<String>, String> UNIONS = Map.of(
            Set.of("ClaimBody", "ClaimAnswerNowhere", "ClaimAnswerNone"), "ClaimAnswer",
            Set.of("ActivityListed", "ActivityFollowing"), "ActivityAnswer",
            Set.of("AuthByToken", "AuthByCookie"), "LoggedIn");

    private final Map<String, Object> schemas;
    private final Map<String, String> answers = new TreeMap<>();
    private final Map<String, String> bodies = new TreeMap<>();
    private final Map<String, String> unionOf = new LinkedHashMap<>();

    JavaTypes(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    Collection<String> answers() {
        return answers.values();
    }

    Collection<String> bodies() {
        return bodies.values();
    }

    /** The type of an answer's property, or of an answer. */
    String answered(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String ref) {
            String name = name(ref);
            return name.startsWith(PAGE) ? "Page<" + name.substring(PAGE.length()) + ">" : answer(name);
        }
        List<Map<String, Object>> either = either(schema);
        if (either.size() > 1) {
            return union(either);
        }
        if (either.size() == 1) {
            return answered(either.getFirst());
        }
        return switch (String.valueOf(type(schema))) {
            case "array" -> "List<" + boxed(answered((Map<String, Object>) schema.get("items"))) + ">";
            case "object" -> map(schema);
            default -> plain(schema, "JsonNode");
        };
    }

    /** Of a page, what it holds. */
    String item(String page) {
        return answer(page.substring("Page<".length(), page.length() - 1));
    }

    /** The builder of a body, by the name of its schema or, where it has none, by the given one. */
    String sent(Map<String, Object> schema, String nameless) {
        if (schema.get("allOf") instanceof List<?> all) {
            return sent((Map<String, Object>) all.getFirst(), nameless);
        }
        if (schema.get("$ref") instanceof String ref) {
            String name = name(ref);
            return body(name, (Map<String, Object>) schemas.get(name));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Map<String, Object> each : either(schema)) {
            Map<String, Object> whole =
                    each.get("$ref") instanceof String ref ? (Map<String, Object>) schemas.get(name(ref)) : each;
            properties.putAll((Map<String, Object>) whole.get("properties"));
        }
        return body(nameless, Map.of("type", "object", "properties", properties));
    }

    String body(String name, Map<String, Object> schema) {
        if (schema.containsKey("enum")) {
            return constants(name, schema);
        }
        if (bodies.putIfAbsent(name, "") == null) {
            List<String> setters = new ArrayList<>();
            ((Map<String, Map<String, Object>>) schema.get("properties")).forEach((field, value) -> {
                String type = given(value);
                setters.add("public %s %s(%s value) { return set(\"%s\", value); }"
                        .formatted(name, method(field), isNullable(value) ? "@Nullable " + boxed(type) : type, field));
            });
            String begin = "    final class %s extends Fields<%s> { ".formatted(name, name);
            bodies.put(name, folded(begin, setters, " ", " }"));
        }
        return name;
    }

    /** An object has a method {@code wait} already. */
    private static String method(String field) {
        return field.equals("wait") ? "waiting" : field;
    }

    /** The type of a body's property. */
    private String given(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String ref) {
            String name = name(ref);
            return body(name, (Map<String, Object>) schemas.get(name));
        }
        List<Map<String, Object>> either = either(schema);
        if (either.stream().anyMatch(each -> "string".equals(each.get("type")) && either.size() > 1)) {
            return "Object";
        }
        if (!either.isEmpty()) {
            return given(either.getFirst());
        }
        return switch (String.valueOf(type(schema))) {
            case "array" -> "List<" + boxed(given((Map<String, Object>) schema.get("items"))) + ">";
            case "object" -> "Map<String, ?>";
            default -> plain(schema, "Object");
        };
    }

    private String answer(String name) {
        Map<String, Object> schema = (Map<String, Object>) schemas.get(name);
        if (schema.containsKey("enum")) {
            return constants(name, schema);
        }
        if (answers.putIfAbsent(name, "") == null) {
            List<String> components = new ArrayList<>();
            Collection<String> required = (Collection<String>) schema.getOrDefault("required", List.of());
            ((Map<String, Map<String, Object>>) schema.get("properties")).forEach((field, value) -> {
                String type = answered(value);
                boolean nullable = isNullable(value) || !required.contains(field);
                components.add((nullable ? "@Nullable " + boxed(type) : type) + " " + field);
            });
            String union = unionOf.containsKey(name) ? " implements " + unionOf.get(name) : "";
            answers.put(name, folded("    record " + name + "(", components, ", ", ")" + union + " {}"));
        }
        return name;
    }

    private String union(List<Map<String, Object>> either) {
        List<String> names =
                either.stream().map(each -> name((String) each.get("$ref"))).toList();
        String union = UNIONS.get(Set.copyOf(names));
        if (union == null) {
            throw new IllegalStateException("Give the answers %s a name together".formatted(names));
        }
        if (answers.putIfAbsent(union, "") == null) {
            names.forEach(name -> {
                unionOf.put(name, union);
                answer(name);
            });
            answers.put(
                    union,
                    "    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION, defaultImpl = %s.class)%n%s    sealed interface %s permits %s {}%n"
                            .formatted(
                                    names.getLast(),
                                    folded(
                                            "    @JsonSubTypes({",
                                            names.stream()
                                                    .map("@JsonSubTypes.Type(%s.class)"::formatted)
                                                    .toList(),
                                            ", ",
                                            "})"),
                                    union,
                                    String.join(", ", names)));
        }
        return union;
    }

    /** One more than the description has, for what a newer server may add. */
    private String constants(String name, Map<String, Object> schema) {
        List<String> constants = ((List<String>) schema.get("enum"))
                .stream().map(each -> each.toUpperCase(Locale.ROOT)).collect(Collectors.toList());
        constants.add("@JsonEnumDefaultValue UNKNOWN");
        answers.putIfAbsent(name, folded("    enum " + name + " { ", constants, ", ", " }"));
        return name;
    }

    private String map(Map<String, Object> schema) {
        return schema.get("additionalProperties") instanceof Map<?, ?> each && !each.isEmpty()
                ? "Map<String, " + boxed(answered((Map<String, Object>) each)) + ">"
                : "JsonNode";
    }

    private static String plain(Map<String, Object> schema, String any) {
        return switch (String.valueOf(type(schema))) {
            case "string" -> "date-time".equals(schema.get("format")) ? "Instant" : "String";
            case "integer" -> "long";
            case "number" -> "double";
            case "boolean" -> "boolean";
            default -> any;
        };
    }

    private static @Nullable Object type(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?> types ? types.getFirst() : schema.get("type");
    }

    private static boolean isNullable(Map<String, Object> schema) {
        return schema.get("type") instanceof List<?>
                || ((List<Map<String, Object>>) schema.getOrDefault("anyOf", List.of()))
                        .stream().anyMatch(each -> "null".equals(each.get("type")));
    }

    /** What it may be besides null and other words for the same. */
    private static List<Map<String, Object>> either(Map<String, Object> schema) {
        Object either = schema.getOrDefault("anyOf", schema.getOrDefault("oneOf", List.of()));
        return ((List<Map<String, Object>>) either)
                .stream()
                        .filter(each -> !"null".equals(each.get("type")) && !each.containsKey("const"))
                        .toList();
    }

    static String boxed(String type) {
        return switch (type) {
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            default -> type;
        };
    }

    private static String name(String ref) {
        return ref.substring(ref.lastIndexOf('/') + 1);
    }

    /** In lines that fit. */
    static String folded(String begin, Collection<String> parts, String between, String end) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(begin);
        int last = parts.size();
        for (String part : parts) {
            String next = part + (--last > 0 ? between : end);
            if (line.length() + next.length() > LINE_MAX) {
                text.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder("        ");
            }
            line.append(next);
        }
        return text.append(line).append('\n').toString();
    }
}
