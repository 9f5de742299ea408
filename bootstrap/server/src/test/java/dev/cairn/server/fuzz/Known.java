package dev.cairn.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What answers have carried: ids by what they are of, and values by the names of their fields. */
final class Known {
    private static final int KEPT = 12;
    private static final int TEXT_MAX = 300;
    private static final int EXPORT_MAX = 60_000;
    private static final Pattern ALLOWED = Pattern.compile(": ([a-z]\\w*(, \\w+)*)\\.?$");

    private final Map<String, List<String>> ids = new HashMap<>();
    private final Map<String, List<JsonNode>> values = new HashMap<>();
    private final Map<String, List<String>> paths = new HashMap<>();
    private final Map<String, String> tags = new HashMap<>();
    /** Whoever sends the requests: nobody would be left to send more, were this one sent away. */
    private final Set<String> untold;

    private String export = "";
    private String cookie = "";

    Known(Set<String> untold) {
        this.untold = untold;
    }

    /** @param kind of what the answer is, or what its list is of */
    void take(String kind, JsonNode answer) {
        if (answer.isArray()) {
            answer.forEach(each -> take(kind, each));
        } else if (answer.isObject()) {
            answer.properties().forEach(field -> take(kind, field.getKey(), field.getValue()));
        }
    }

    private void take(String kind, String name, JsonNode value) {
        if (value.isContainerNode()) {
            take(name.equals("items") ? kind : singular(name), value);
            return;
        }
        if (value.isNull() || value.asText().length() > TEXT_MAX || untold.contains(value.asText())) {
            return;
        }
        if (value.isTextual() && (name.equals("id") || name.equals("key"))) {
            keep(ids, kind, value.textValue());
        } else if (value.isTextual() && isId(name)) {
            keep(ids, ofId(name), value.textValue());
        }
        keep(values, name, value);
    }

    /** A refusal that ends in what is allowed. */
    void allow(String name, String message) {
        Matcher allowed = ALLOWED.matcher(message);
        if (allowed.find()) {
            for (String word : allowed.group(1).split(", ", -1)) {
                keep(values, name, TextNode.valueOf(word));
            }
        }
    }

    private static <T> void keep(Map<String, List<T>> all, String name, T value) {
        List<T> kept = all.computeIfAbsent(name, _ -> new ArrayList<>());
        kept.remove(value);
        kept.add(value);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    /** A path that something was found by. */
    void path(String template, String path) {
        keep(paths, template, path);
    }

    Optional<String> path(String template, Chance chance) {
        List<String> kept = paths.getOrDefault(template, List.of());
        return kept.isEmpty() ? Optional.empty() : Optional.of(chance.lately(kept));
    }

    /** What was exported, of which not too much is kept. */
    void export(String text) {
        export = text.length() > EXPORT_MAX ? text.substring(0, EXPORT_MAX) : text;
    }

    String export() {
        return export;
    }

    /** What a browser would send back. */
    void cookie(String set) {
        cookie = set.replaceFirst(";.*", "");
    }

    String cookie() {
        return cookie;
    }

    void tag(String path, String tag) {
        tags.put(path, tag);
    }

    Optional<String> tag(String path) {
        return Optional.ofNullable(tags.get(path));
    }

    boolean has(String kind) {
        return ids.containsKey(kind);
    }

    /** An id of that kind, mostly one of those that were seen last. */
    Optional<String> id(String kind, Chance chance) {
        List<String> kept = ids.getOrDefault(kind, List.of());
        return kept.isEmpty() ? Optional.empty() : Optional.of(chance.lately(kept));
    }

    /** An id of whatever kind. */
    Optional<String> anyId(Chance chance) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        List<String> kinds = ids.keySet().stream().sorted().toList();
        return id(chance.of(kinds), chance);
    }

    /** What a field of that name, or of one that ends in it, was answered with. */
    Optional<JsonNode> value(String name, Chance chance) {
        List<JsonNode> kept = values.get(name);
        if (kept == null) {
            String next = "next" + name.substring(0, Math.min(1, name.length())).toUpperCase(Locale.ROOT)
                    + name.substring(Math.min(1, name.length()));
            kept = values.getOrDefault(next, values.getOrDefault("next_" + name, List.of()));
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(chance.lately(kept));
    }

    static boolean isId(String name) {
        return name.endsWith("Id") || name.endsWith("_id");
    }

    /** {@code ticketId} is of a ticket. */
    static String ofId(String name) {
        return name.replaceFirst("(Id|_id)$", "");
    }

    static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
