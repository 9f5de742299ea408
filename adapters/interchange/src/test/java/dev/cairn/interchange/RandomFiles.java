package dev.cairn.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of other trackers with all that can be found in them and more, the same for the same seed. */
final class RandomFiles {
    private static final List<String> STATUSES = List.of(
            "open",
            "in_progress",
            "blocked",
            "hooked",
            "deferred",
            "pinned",
            "closed",
            "tombstone",
            "pending",
            "done",
            "Completed",
            "review",
            "cancelled",
            "what?",
            "");
    private static final List<String> TYPES = List.of("task", "bug", "gate", "Epic", "agent", "event", "spike", "");
    private static final List<String> KINDS = List.of("issue", "issue", "issue", "memory", "sprint");
    private static final List<String> LINKS =
            List.of("blocks", "parent-child", "related", "relates_to", "waits-for", "duplicates", "");
    private static final List<String> TIMES = List.of(
            "2026-01-02T03:04:05Z",
            "2026-01-02",
            "2026-01-02 03:04",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59-01:00",
            "soon");
    private static final List<String> ODDITIES = List.of(
            "null",
            "true",
            "-0",
            "1e400",
            "1.50",
            "123456789012345678901234567890",
            "[]",
            "{}",
            "[[1,{\"a\":null}]]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u200b\"",
            "\"\\u202eabc\"",
            "\"👨‍👩‍👧‍👦\"",
            "{\"a\":1,\"a\":2}",
            "\"\\u00a0\"");
    private static final int DEEP = 70;

    private final Random random;

    RandomFiles(long seed) {
        random = new Random(seed);
    }

    /** One record a line; the id of an issue is {@code bd-} and the number of its line, nearly always. */
    List<String> beads() {
        int count = 1 + random.nextInt(6);
        List<String> lines = new ArrayList<>();
        lines.add(object(Map.of("id", "\"bd-1\"", "title", "\"first\"")));
        for (int i = 2; i <= count; i++) {
            lines.add(rarely() ? any(ODDITIES) : beadsRecord(i, count));
        }
        return lines;
    }

    /** The tasks of each tag. */
    Map<String, List<String>> taskMaster() {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (String tag : List.of("master", "feature-" + "x".repeat(random.nextInt(400)), "a/b")) {
            List<String> tasks = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(5); i++) {
                tasks.add(rarely() ? any(ODDITIES) : task(i, 2));
            }
            tags.put(tag, tasks);
        }
        return tags;
    }

    static String document(Map<String, List<String>> tags) {
        return tags.entrySet().stream()
                .map(tag -> "\"%s\":{\"tasks\":[%s]}".formatted(tag.getKey(), String.join(",", tag.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** A file of the format in which nothing is wrong on purpose but what real files have. */
    String good(String format) {
        return switch (format) {
            case "beads" -> String.join("\n", beads());
            case "taskmaster" -> document(taskMaster());
            default ->
                "{\"cairn\":1,\"project\":{\"key\":\"CRN\",\"name\":\"n\",\"settings\":{\"autoCompleteTickets\":true}}}\n"
                        + "{\"ticket\":{\"externalId\":\"1\",\"number\":7,\"title\":\"t\",\"createdAt\":\"2026-01-02T03:04:05.000Z\","
                        + "\"labels\":[\"a\"],\"metadata\":{\"k\":[1.5]},\"comments\":[{\"externalId\":\"c\",\"author\":\"z\","
                        + "\"content\":\"w\"}],\"tasks\":[{\"externalId\":\"d\",\"content\":\"s\"}]}}\n";
        };
    }

    /** Some bytes changed, left out, doubled, or the end cut off. */
    byte[] mutated(byte[] file) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : file) {
            bytes.add(b);
        }
        for (int i = 1 + random.nextInt(4); i > 0 && !bytes.isEmpty(); i--) {
            int at = random.nextInt(bytes.size());
            switch (random.nextInt(5)) {
                case 0 -> bytes.set(at, (byte) random.nextInt(256));
                case 1 -> bytes.remove(at);
                case 2 -> bytes.add(at, bytes.get(random.nextInt(bytes.size())));
                case 3 -> bytes.set(at, (byte) "{}[]\":,\n0".charAt(random.nextInt(9)));
                default ->
                    bytes.subList(Math.max(at, bytes.size() - 20), bytes.size()).clear();
            }
        }
        byte[] mutated = new byte[bytes.size()];
        for (int i = 0; i < mutated.length; i++) {
            mutated[i] = bytes.get(i);
        }
        return mutated;
    }

    private String beadsRecord(int number, int count) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", rarely() ? any(ODDITIES) : "\"bd-" + (rarely() ? 1 : number) + "\"");
        maybe(fields, "_type", () -> word(KINDS));
        maybe(fields, "title", this::text);
        maybe(fields, "description", this::text);
        maybe(fields, "status", () -> word(STATUSES));
        maybe(fields, "priority", () -> String.valueOf(random.nextInt(-1, 6)));
        maybe(fields, random.nextBoolean() ? "issue_type" : "type", () -> word(TYPES));
        maybe(fields, "updated_at", () -> word(TIMES));
        maybe(fields, "closed_at", () -> word(TIMES));
        maybe(fields, "defer_until", () -> word(TIMES));
        maybe(fields, "labels", () -> array(this::text));
        maybe(fields, any(List.of("dependencies", "deps", "depends_on")), () -> array(() -> dependency(number, count)));
        maybe(fields, "comments", () -> array(this::comment));
        maybe(fields, "acceptance_criteria", () -> random.nextBoolean() ? text() : array(this::text));
        maybe(fields, any(List.of("overview", "ephemeral", "pinned", "metadata", "notes")), this::text);
        return object(fields);
    }

    private String dependency(int number, int count) {
        String other = "\"bd-" + (1 + random.nextInt(count + 1)) + "\"";
        if (random.nextBoolean()) {
            return other;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        maybe(fields, "issue_id", () -> "\"bd-" + number + "\"");
        fields.put(any(List.of("depends_on_id", "id", "odd")), other);
        maybe(fields, any(List.of("type", "dependency_type")), () -> word(LINKS));
        return object(fields);
    }

    private String comment() {
        Map<String, String> fields = new LinkedHashMap<>();
        maybe(fields, "id", () -> String.valueOf(random.nextInt(3)));
        maybe(fields, "author", this::text);
        maybe(fields, any(List.of("text", "body")), this::text);
        maybe(fields, "created_at", () -> word(TIMES));
        return object(fields);
    }

    private String task(int number, int depth) {
        Map<String, String> fields = new LinkedHashMap<>();
        String id = String.valueOf(rarely() ? 1 : number);
        fields.put("id", rarely() ? any(ODDITIES) : random.nextBoolean() ? id : "\"" + id + "\"");
        maybe(fields, "title", this::text);
        maybe(fields, "description", this::text);
        maybe(fields, "details", this::text);
        maybe(fields, "status", () -> word(STATUSES));
        maybe(fields, "priority", () -> word(List.of("high", "critical", "Low", "odd")));
        maybe(fields, "dependencies", () -> array(() -> any(List.of("1", "\"2\"", "\"1.1\"", "3.2", "\"x\"", "null"))));
        maybe(fields, "updatedAt", () -> word(TIMES));
        if (depth > 0) {
            maybe(fields, "subtasks", () -> array(() -> task(1 + random.nextInt(3), depth - 1)));
        }
        return object(fields);
    }

    private void maybe(Map<String, String> fields, String name, Supplier<String> value) {
        if (rarely()) {
            fields.put(name, any(ODDITIES));
        } else if (random.nextBoolean()) {
            fields.put(name, value.get());
        }
    }

    private String text() {
        return switch (random.nextInt(12)) {
            case 0 -> any(ODDITIES);
            case 1 -> "\"" + "😀é".repeat(random.nextInt(300)) + "\"";
            case 2 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            default -> "\"words %d\"".formatted(random.nextInt(5));
        };
    }

    private String array(Supplier<String> element) {
        return Stream.generate(element).limit(random.nextInt(4)).collect(Collectors.joining(",", "[", "]"));
    }

    private String word(List<String> words) {
        return "\"" + any(words) + "\"";
    }

    private static String object(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean rarely() {
        return random.nextInt(20) == 0;
    }
}
