package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.interchange.Problems.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a foreign entry. Taking one removes it, so that what is left at the end is what nobody asked for; a
 * field of an unexpected type is reported and stays.
 */
record Source(String place, ObjectNode rest, Problems problems) {

    /** A text, or a number or boolean as text; null when absent, null or blank. */
    @Nullable
    String text(String name) {
        JsonNode value = rest.get(name);
        if (value == null) {
            return null;
        }
        if (value.isContainerNode()) {
            problems.report(place, Code.UNKNOWN_VALUE, "'%s' is not a text".formatted(name));
            return null;
        }
        rest.remove(name);
        String text = value.isNull() ? "" : value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    List<JsonNode> array(String name) {
        JsonNode value = rest.get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() && !value.isNull()) {
            problems.report(place, Code.MALFORMED, "'%s' is not an array".formatted(name));
            return List.of();
        }
        rest.remove(name);
        List<JsonNode> values = new ArrayList<>();
        value.forEach(values::add);
        return values;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (value.isTextual()) {
                texts.add(value.asText());
            } else {
                problems.report(place, Code.MALFORMED, "'%s' holds something that is not a text".formatted(name));
            }
        }
        return texts;
    }

    /** An ISO date-time with an offset, in whole milliseconds. */
    @Nullable
    Instant time(String name) {
        JsonNode value = rest.get(name);
        if (value == null || value.isNull()) {
            rest.remove(name);
            return null;
        }
        try {
            Instant time =
                    Times.checked(name, OffsetDateTime.parse(value.asText()).toInstant());
            rest.remove(name);
            return time;
        } catch (DateTimeException | Invalid e) {
            problems.report(
                    place,
                    Code.UNKNOWN_VALUE,
                    "'%s' of %s is not a time between 1970 and 9999".formatted(Text.excerpt(value.asText()), name));
            return null;
        }
    }

    /** Counts the fields that are left as lost; {@code owner} says whose they are. */
    void loseRest(String owner) {
        rest.fieldNames().forEachRemaining(name -> problems.lose(owner + "." + name));
    }
}
