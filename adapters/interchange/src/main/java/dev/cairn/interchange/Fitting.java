package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.interchange.Problems.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one ticket's texts fit the limits of the domain; what is cut is kept whole in its metadata, and reported. */
record Fitting(String place, ObjectNode metadata, Problems problems) {
    private static final String ELLIPSIS = "…";

    /** @param key name in the metadata under which the whole is kept if it has to be cut */
    String text(String key, String value, int max) {
        String text = value.strip();
        if (fits(text, max)) {
            return text;
        }
        metadata.put(key, text);
        problems.report(place, Code.SHORTENED, "%s: cut to %d characters".formatted(key, max));
        return shortened(text, max);
    }

    @Nullable
    String optionalText(String key, @Nullable String value, int max) {
        return value == null || value.isBlank() ? null : text(key, value, max);
    }

    /** Distinct labels, at most as many and as long as a ticket takes. */
    List<String> labels(Collection<String> values) {
        LinkedHashSet<String> labels = new LinkedHashSet<>();
        boolean cut = false;
        for (String value : values) {
            String label = value.strip();
            boolean room = labels.size() < TicketContent.LABELS_MAX || labels.contains(label);
            cut |= !room || !fits(label, TicketContent.LABEL_MAX);
            if (room && !label.isEmpty()) {
                labels.add(shortened(label, TicketContent.LABEL_MAX));
            }
        }
        if (cut) {
            values.forEach(metadata.putArray("labels")::add);
            problems.report(
                    place,
                    Code.SHORTENED,
                    "labels: cut to %d of %d characters".formatted(TicketContent.LABELS_MAX, TicketContent.LABEL_MAX));
        }
        return List.copyOf(labels);
    }

    /** The metadata as JSON; gives up its largest fields when it is too large. */
    Json json() {
        String json = compact(metadata);
        if (json.length() <= Json.LENGTH_MAX) {
            return new Json(json);
        }
        List<String> dropped = new ArrayList<>();
        int length = json.length();
        for (String name : largestFirst()) {
            if (length <= Json.LENGTH_MAX) {
                break;
            }
            length -= length(name, metadata.get(name));
            metadata.remove(name);
            dropped.add(shortened(name, TicketContent.LABEL_MAX));
        }
        String names = String.join(", ", dropped);
        problems.report(
                place,
                Code.NOT_CARRIED_OVER,
                Problems.oneLine("Metadata over %d characters, dropped: %s".formatted(Json.LENGTH_MAX, names)));
        return new Json(compact(metadata));
    }

    /** Compact JSON in which a text that talks about a NUL's escape is not mistaken for one. */
    static String compact(JsonNode tree) {
        return tree.toString().replace("\\\\u0000", "\\u005cu0000");
    }

    static boolean fits(String text, int max) {
        return text.length() <= max || text.codePointCount(0, text.length()) <= max;
    }

    static String shortened(String text, int max) {
        return fits(text, max) ? text : text.substring(0, text.offsetByCodePoints(0, max - 1)) + ELLIPSIS;
    }

    private List<String> largestFirst() {
        Map<String, Integer> lengths = new HashMap<>();
        metadata.properties().forEach(field -> lengths.put(field.getKey(), length(field.getKey(), field.getValue())));
        return lengths.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Not more than what the field takes in the compact text, so that enough is dropped. */
    private static int length(String name, JsonNode value) {
        return name.length() + value.toString().length();
    }
}
