package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.kernel.Text;
import dev.cairn.interchange.Problems.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a foreign entry. Taking one removes it, so that what is left at the end is what nobody asked for; a
 * field of an unexpected type is reported and stays, as it was in the file.
 */
record Source(String place, ObjectNode rest, Problems problems) {
    void report(Code code, String message) {
        problems.report(place, code, message);
    }

    /** A text, or a number or boolean as text; null when absent, null or blank. */
    @Nullable
    String text(String name) {
        JsonNode value = rest.get(name);
        if (value == null) {
            return null;
        }
        if (value.isContainerNode()) {
            report(Code.UNKNOWN_VALUE, "'%s' is not a text".formatted(name));
            return null;
        }
        rest.remove(name);
        return word(value);
    }

    /** The title; {@code other}, what the problem calls it, stands in where there is none. */
    String title(String what, String other) {
        String title = text("title");
        if (title != null) {
            return title;
        }
        report(Code.MALFORMED, "It has no title; its %s stands in".formatted(what));
        return other;
    }

    /** The text under the first of these names that has one; the others stay. */
    @Nullable
    String firstText(List<String> names) {
        for (String name : names) {
            String text = rest.path(name).isContainerNode() ? null : text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** Returns a text as {@link #text} does, but takes and reports nothing. */
    @Nullable
    String peek(String name) {
        JsonNode value = rest.get(name);
        return value == null || value.isContainerNode() ? null : word(value);
    }

    List<JsonNode> array(String name) {
        JsonNode value = rest.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() && !value.isNull()) {
            report(Code.MALFORMED, "'%s' is not an array".formatted(name));
            return List.of();
        }
        rest.remove(name);
        List<JsonNode> values = new ArrayList<>();
        value.forEach(values::add);
        return values;
    }

    /** Texts, numbers and booleans of an array; what else it holds stays. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : array(name)) {
            if (value.isContainerNode()) {
                others.add(value);
            } else if (!value.isNull()) {
                texts.add(value.asText());
            }
        }
        if (!others.isEmpty()) {
            report(Code.MALFORMED, "'%s' holds something that is not a text".formatted(name));
            rest.set(name, others);
        }
        return texts;
    }

    /** When something happened; null where it did not. */
    @Nullable
    Instant time(String name) {
        JsonNode value = rest.path(name);
        if (FileTime.isNone(value)) {
            rest.remove(name);
            return null;
        }
        Instant time = FileTime.read(value);
        if (time == null) {
            report(
                    Code.UNKNOWN_VALUE,
                    "'%s' of %s is not a time from 1970 to the day before the last of 9999"
                            .formatted(Problems.shown(value), name));
            return null;
        }
        rest.remove(name);
        return time;
    }

    /** Whether it says when something happened, also where that cannot be read; one that says nothing is removed. */
    boolean hasTime(String name) {
        boolean none = FileTime.isNone(rest.path(name));
        if (none) {
            rest.remove(name);
        }
        return !none;
    }

    /** What is not one of the words that a table knows stays in the rest, with its JSON type. */
    void unknown(String field, JsonNode value) {
        rest.set(field, value);
        report(Code.UNKNOWN_VALUE, "%s '%s' is not known".formatted(field, Problems.shown(value)));
    }

    /** Removes what says nothing: nulls, empty texts, arrays and objects, and false. */
    void dropEmpty() {
        rest.properties().removeIf(field -> {
            JsonNode value = field.getValue();
            return value.isNull()
                    || (value.isContainerNode() && value.isEmpty())
                    || (value.isTextual() && value.textValue().isEmpty())
                    || (value.isBoolean() && !value.booleanValue());
        });
    }

    /** Returns whether the field is JSON's {@code true}. */
    boolean flag(String name) {
        return rest.path(name).isBoolean() && rest.path(name).booleanValue();
    }

    /** Removes these fields and counts those that are there as lost; {@code owner} says whose they are. */
    void lose(String owner, List<String> names) {
        for (String name : names) {
            if (rest.hasNonNull(name)) {
                problems.lose(owner + "." + name);
            }
            rest.remove(name);
        }
    }

    /** Counts the fields that are left as lost; {@code owner} says whose they are. */
    void loseRest(String owner) {
        rest.fieldNames().forEachRemaining(name -> problems.lose(owner + "." + name));
    }

    /** Counts the remaining fields as lost, except those that only repeat what was taken. */
    void loseRest(String owner, Set<String> redundant) {
        rest.remove(redundant);
        loseRest(owner);
    }

    private static @Nullable String word(JsonNode value) {
        String text = value.isNull() ? "" : Text.trimmed(value.asText());
        return text.isEmpty() ? null : text;
    }
}
