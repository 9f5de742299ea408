package dev.cairn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers as people read them: a line for each of many, all there is to say of one. */
final class Shown {
    private static final String GAP = "  ";

    private Shown() {}

    /** Whether a thing has all that a line shows. */
    static boolean fits(JsonNode thing, List<String> columns) {
        return !columns.isEmpty()
                && columns.stream().noneMatch(each -> at(thing, each).isMissingNode());
    }

    static void lines(PrintWriter out, List<String> columns, Iterable<JsonNode> things) {
        List<List<String>> rows = new ArrayList<>();
        things.forEach(thing ->
                rows.add(columns.stream().map(each -> text(at(thing, each))).toList()));
        int[] widths = new int[columns.size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length - 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : GAP)
                        .append(row.get(i))
                        .repeat(" ", Math.max(0, widths[i] - row.get(i).length()));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** Prints the fields of a thing; those that are empty are left out. */
    static void thing(PrintWriter out, JsonNode thing, String indent) {
        for (Map.Entry<String, JsonNode> field : thing.properties()) {
            JsonNode value = field.getValue();
            if (value.isObject() && !value.isEmpty()) {
                out.println(indent + field.getKey() + ":");
                thing(out, value, indent + GAP);
            } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
                out.println(indent + field.getKey() + ":");
                value.forEach(each -> out.println(indent + GAP + "- " + summary(each)));
            } else if (!text(value).isEmpty()) {
                out.println(indent + field.getKey() + ": " + text(value).replace("\n", "\n" + indent + GAP));
            }
        }
    }

    /** Returns one line that tells a thing in a list apart from the others. */
    private static String summary(JsonNode thing) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of(
                "key",
                "id",
                "seq",
                "code",
                "status",
                "kind",
                "agent",
                "gate",
                "passed",
                "authorName",
                "name",
                "title",
                "content",
                "message")) {
            if (thing.hasNonNull(name)) {
                parts.add(text(thing.path(name)));
            }
        }
        return parts.isEmpty() ? text(thing) : String.join(GAP, parts);
    }

    /** Returns a field, or a field in a field: {@code user.name}. */
    private static JsonNode at(JsonNode thing, String column) {
        return thing.at("/" + column.replace('.', '/'));
    }

    static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(each -> parts.add(text(each)));
            return String.join(", ", parts);
        }
        return value.asText(value.isContainerNode() && !value.isEmpty() ? value.toString() : "");
    }
}
