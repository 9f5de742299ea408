package dev.cairn.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values of JSON, as text, that fit a schema, or not. */
final class Values {
    /** Of everybody; it is in no answer. */
    static final String PASSWORD = "correct horse battery staple";

    private static final int DEPTH_MAX = 5;

    /** A list is not gone on with beyond so many characters. */
    private static final int LENGTH_MAX = 300_000;

    private static final int FOLDERS = 20;
    private static final String SEVERAL = "Separated by commas: ";
    /** Nobody waits for longer than it takes to see that nothing comes. */
    private static final List<String> WAITS = List.of("0", "0", "0", "-1", "26", "1e1", "\"0\"", "99999999999");

    private static final List<String> WORDS =
            List.of("build", "ship it", "docs", "night shift", "Übung", "猫", "a-b", "x1", "fix & go", "a", "b", "c");

    private final Described described;
    private final Known known;
    private final Chance chance;

    Values(Described described, Known known, Chance chance) {
        this.described = described;
        this.known = known;
        this.chance = chance;
    }

    String of(JsonNode schema) {
        return of(schema, "", 0);
    }

    private String of(JsonNode asked, String name, int depth) {
        JsonNode schema = described.resolved(asked);
        if (chance.hostile()) {
            return wrong(schema, depth);
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                return of(
                        schema.path(choice)
                                .path(chance.below(schema.path(choice).size())),
                        name,
                        depth);
            }
        }
        if (schema.has("allOf")) {
            return object(merged(schema.path("allOf")), depth);
        }
        if (schema.has("const")) {
            return schema.path("const").toString();
        }
        if (schema.has("enum")) {
            return schema.path("enum")
                    .path(chance.below(schema.path("enum").size()))
                    .toString();
        }
        return switch (type(schema)) {
            case "string" -> quoted(text(schema, name));
            case "integer", "number" -> number(name);
            case "boolean" -> chance.percent(50) ? "true" : "false";
            case "null" -> "null";
            case "array" -> array(schema, name, depth);
            case "object" -> object(schema, depth);
            default -> any(depth);
        };
    }

    /** All parts of a schema as one. */
    private JsonNode merged(JsonNode parts) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        for (JsonNode each : parts) {
            JsonNode part = described.resolved(each);
            JsonNode whole = part.has("allOf") ? merged(part.path("allOf")) : part;
            whole.path("properties")
                    .properties()
                    .forEach(field -> merged.withObject("/properties").set(field.getKey(), field.getValue()));
            whole.path("required").forEach(name -> merged.withArray("/required").add(name));
        }
        return merged;
    }

    private String type(JsonNode schema) {
        JsonNode types = schema.path("type");
        if (!types.isArray()) {
            return types.asText();
        }
        return chance.percent(75)
                ? types.path(0).asText()
                : types.path(chance.below(types.size())).asText();
    }

    /** A text for a field, or for a parameter, of that name. */
    String text(JsonNode schema, String name) {
        if (chance.hostile()) {
            return name.equals("cursor") && chance.percent(70) ? forged() : hostileText();
        }
        if (schema.path("format").asText().equals("date-time")) {
            return chance.of(List.of("2031-05-06T07:08:09Z", "2026-01-01T00:00:00.000Z", "2040-01-01T00:00:00+02:00"));
        }
        String words = schema.path("description").asText();
        if (words.startsWith(SEVERAL)) {
            return chance.of(List.of(words.substring(SEVERAL.length()).split(", ", -1)));
        }
        String kind = Known.isId(name) ? Known.ofId(name) : name;
        boolean id = Known.isId(name) || words.contains("n id") || known.has(kind);
        if (id && chance.percent(85)) {
            return known.id(kind, chance).or(() -> known.anyId(chance)).orElse("0000000000001");
        }
        if (chance.percent(50)) {
            return known.value(name, chance).map(JsonNode::asText).orElseGet(() -> fresh(name));
        }
        return fresh(name);
    }

    private String fresh(String name) {
        String number = Integer.toString(chance.below(1_000_000), 36);
        return switch (name) {
            case "key" -> "F" + number.toUpperCase(java.util.Locale.ROOT);
            case "username" -> "u" + chance.below(20);
            case "email" -> number + "@example.com";
            case "password", "currentPassword", "newPassword" -> PASSWORD;
            case "url", "gitUrl", "avatarUrl", "baseUrl" -> "https://example.com/" + number;
            case "localPath" -> folder(chance.below(FOLDERS));
            default -> chance.of(WORDS) + " " + number;
        };
    }

    /** A folder with a file in it, for an index. */
    private static String folder(int number) {
        Path folder = Path.of("target", "tmp", "fuzz-" + number).toAbsolutePath();
        try {
            Files.writeString(Files.createDirectories(folder).resolve("Main.java"), "import a.B;\n\nclass Main {}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toString();
    }

    /** A cursor that somebody has taken apart, and put together again. */
    private String forged() {
        String cursor = known.value("cursor", chance).map(JsonNode::asText).orElse("");
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\0", -1);
            parts[chance.below(parts.length)] = chance.of(
                    List.of(chance.of(Hostile.TEXTS), chance.of(Hostile.NUMBERS), chance.of(Hostile.IDS), ""));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Shot.utf8(String.join("\0", parts)));
        } catch (IllegalArgumentException e) {
            return cursor + "A";
        }
    }

    private String hostileText() {
        return switch (chance.below(12)) {
            case 10, 11 -> chance.of(Hostile.NO_TEXTS);
            case 8 -> Hostile.letters(chance, chance.of(Hostile.LENGTHS));
            case 9 -> Hostile.letters(chance, 1 + chance.below(200));
            case 0 -> chance.of(Hostile.IDS);
            case 1 -> chance.of(Hostile.TIMES);
            case 2 -> chance.of(Hostile.NUMBERS);
            case 3 -> chance.of(Hostile.LETTERS).repeat(chance.of(Hostile.LENGTHS));
            case 4 -> known.anyId(chance).orElse("") + chance.of(Hostile.TEXTS);
            default -> chance.of(Hostile.TEXTS);
        };
    }

    private String number(String name) {
        if (name.startsWith("wait")) {
            return chance.of(chance.honest() ? WAITS.subList(0, 3) : WAITS);
        }
        if (chance.percent(50)) {
            return known.value(name, chance)
                    .filter(JsonNode::isNumber)
                    .map(JsonNode::toString)
                    .orElse("1");
        }
        return String.valueOf(chance.below(chance.percent(50) ? 6 : 200));
    }

    private String array(JsonNode schema, String name, int depth) {
        int size = depth > DEPTH_MAX ? 0 : chance.below(4);
        if (chance.hostile()) {
            size = chance.of(List.of(0, 1, 20, 21, 50, 51, 100, 101, 201, 1_001));
        }
        List<String> items = new ArrayList<>();
        int length = 0;
        for (int i = 0; i < size && length < LENGTH_MAX; i++) {
            length += items.isEmpty() ? 0 : items.getLast().length();
            boolean again = !items.isEmpty() && chance.hostile();
            items.add(again ? items.getFirst() : of(schema.path("items"), Known.singular(name), depth + 1));
        }
        return "[" + String.join(",", items) + "]";
    }

    private String object(JsonNode schema, int depth) {
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(each -> required.add(each.asText()));
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            boolean there = required.contains(name) ? !chance.hostile() : chance.percent(depth > DEPTH_MAX ? 0 : 40);
            if (there) {
                fields.add(quoted(name) + ":" + of(property.getValue(), name, depth + 1));
            }
        }
        if (!schema.has("properties") && chance.percent(50)) {
            fields.add(quoted(chance.of(WORDS)) + ":" + any(depth + 1));
        }
        if (chance.hostile()) {
            fields.add(chance.below(fields.size() + 1), extra(fields));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String extra(List<String> fields) {
        return switch (chance.below(4)) {
            case 0 -> fields.isEmpty() ? "\"id\":1" : chance.of(fields);
            case 1 -> quoted(hostileText()) + ":" + Hostile.value(chance);
            case 2 -> chance.of(List.of("\"id\"", "\"version\"", "\"createdAt\"", "\"projectId\"", "\"class\"")) + ":1";
            default -> quoted(chance.of(Hostile.TEXTS)) + ":" + quoted(chance.of(Hostile.TEXTS));
        };
    }

    /** JSON of any shape, of an honest client. */
    private String any(int depth) {
        return switch (depth > DEPTH_MAX ? chance.below(3) : chance.below(5)) {
            case 0 -> quoted(chance.of(WORDS));
            case 1 -> String.valueOf(chance.below(1_000));
            case 2 -> chance.of(List.of("true", "null", "1.25", "-7", "[]", "{}"));
            case 3 -> "[" + any(depth + 1) + "," + any(depth + 1) + "]";
            default -> "{\"a\":" + any(depth + 1) + ",\"b\":" + any(depth + 1) + "}";
        };
    }

    /** Mostly of the type that is wanted, since the others are told apart by it. */
    private String wrong(JsonNode schema, int depth) {
        String types = schema.path("type").toString();
        boolean fits = chance.percent(60);
        if (fits && types.contains("integer")) {
            return chance.of(Hostile.NUMBERS);
        }
        if (fits && (types.contains("string") || schema.has("enum"))) {
            return quoted(hostileText());
        }
        return chance.percent(70) ? Hostile.value(chance) : wild(depth);
    }

    private String wild(int depth) {
        int times = chance.of(Hostile.DEPTHS);
        return switch (chance.below(6)) {
            case 0 -> "[".repeat(times) + "]".repeat(times);
            case 1 -> "{\"a\":".repeat(times) + "1" + "}".repeat(times);
            case 2 -> "[" + "1,".repeat(chance.of(Hostile.LENGTHS)) + "1]";
            case 3 -> quoted(chance.of(Hostile.TIMES));
            case 4 -> any(depth);
            default -> quoted(hostileText());
        };
    }

    /** As JSON; now and then with each character escaped, which means the same. Half a pair is no UTF-8 unless it is escaped. */
    String quoted(String text) {
        boolean all = !chance.honest() && text.length() < 100 && chance.percent(20);
        boolean raw = !chance.honest() && chance.percent(10);
        StringBuilder quoted = new StringBuilder();
        TextNode.valueOf(text).toString().codePoints().forEach(c -> {
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            if (half && !raw) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return all ? escaped(text) : quoted.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        return escaped.append('"').toString();
    }
}
