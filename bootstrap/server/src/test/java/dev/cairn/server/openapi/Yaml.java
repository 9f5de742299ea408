package dev.cairn.server.openapi;

import java.util.List;
import java.util.Map;

/** Writes maps, lists and scalars as YAML; each text is quoted where it could be read as something else. */
final class Yaml {
    private static final String PLAIN = "[A-Za-z/$][A-Za-z0-9_./{}$-]*";
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder out = new StringBuilder();

    static String of(Map<String, ?> document) {
        Yaml yaml = new Yaml();
        yaml.map(document, 0);
        return yaml.out.toString();
    }

    private void map(Map<?, ?> fields, int depth) {
        fields.forEach((name, value) -> {
            out.repeat("  ", depth).append(text(String.valueOf(name))).append(':');
            value(value, depth + 1);
        });
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Map<?, ?> empty when empty.isEmpty() -> out.append(" {}\n");
            case Map<?, ?> fields -> {
                out.append('\n');
                map(fields, depth);
            }
            case List<?> empty when empty.isEmpty() -> out.append(" []\n");
            case List<?> values -> {
                out.append('\n');
                values.forEach(each -> item(each, depth));
            }
            default -> out.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void item(Object value, int depth) {
        if (value instanceof Map<?, ?> fields && !fields.isEmpty()) {
            int begin = out.length();
            map(fields, depth + 1);
            out.replace(begin + 2 * depth, begin + 2 * depth + 2, "- ");
        } else {
            out.repeat("  ", depth).append('-');
            value(value, depth + 1);
        }
    }

    private static String scalar(Object value) {
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    private static String text(String text) {
        return text.matches(PLAIN) && !WORDS.contains(text)
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
