package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cairn.domain.kernel.Json;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.ticket.TicketContent;
import dev.cairn.interchange.Problems.Code;
import dev.cairn.json.JsonTrees;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fits one ticket's texts into the limits of the domain; cut texts are kept whole in its metadata, and reported. */
record Fitting(String place, ObjectNode metadata, Problems problems) {
    private static final String ELLIPSIS = "…";
    private static final int LABEL_HASH = 8;
    /** Code points looked at on either side of a cut. */
    private static final int CLUSTER_MAX = 32;

    /** @param key name in the metadata under which the whole is kept if it has to be cut */
    String text(String key, String value, int max) {
        String text = Text.trimmed(value);
        if (fits(text, max)) {
            return text;
        }
        keep(key, TextNode.valueOf(text));
        problems.report(place, Code.SHORTENED, "%s: cut to %d characters".formatted(key, max));
        return shortened(text, max);
    }

    @Nullable
    String optionalText(String key, @Nullable String value, int max) {
        return value == null || Text.trimmed(value).isEmpty() ? null : text(key, value, max);
    }

    /** Keeps a value in the metadata under this name, or, where the file has another one there, under the next free one. */
    void keep(String key, JsonNode value) {
        String free = key;
        for (int n = 2; metadata.has(free) && !value.equals(metadata.get(free)); n++) {
            free = key + "#" + n;
        }
        metadata.set(free, value);
    }

    /** Distinct labels, at most as many and as long as a ticket takes. */
    List<String> labels(Collection<String> values) {
        LinkedHashSet<String> labels = new LinkedHashSet<>();
        boolean cut = false;
        for (String value : values) {
            String label = Text.trimmed(value);
            boolean room = labels.size() < TicketContent.LABELS_MAX || labels.contains(label);
            cut |= !room || !fits(label, TicketContent.LABEL_MAX);
            if (room && !label.isEmpty()) {
                labels.add(label(label));
            }
        }
        if (cut) {
            ArrayNode whole = JsonNodeFactory.instance.arrayNode();
            values.forEach(whole::add);
            keep("labels", whole);
            problems.report(
                    place,
                    Code.SHORTENED,
                    "labels: cut to %d of %d characters".formatted(TicketContent.LABELS_MAX, TicketContent.LABEL_MAX));
        }
        return List.copyOf(labels);
    }

    /** The metadata as JSON; gives up its largest fields when it is too large. */
    Json json() {
        return json(Json.LENGTH_MAX);
    }

    /** @param max characters, where the domain allows less than usual */
    Json json(int max) {
        String json = JsonTrees.compact(metadata);
        if (json.length() <= max) {
            return new Json(json);
        }
        List<String> dropped = new ArrayList<>();
        int length = json.length();
        for (String name : largestFirst()) {
            if (length <= max) {
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
                Problems.oneLine("Metadata over %d characters, dropped: %s".formatted(max, names)));
        return new Json(JsonTrees.compact(metadata));
    }

    /** A label that is not too long; one that is ends in a part of its hash, so that two which differ stay two (I3). */
    static String label(String text) {
        return fits(text, TicketContent.LABEL_MAX)
                ? text
                : shortened(text, TicketContent.LABEL_MAX - LABEL_HASH)
                        + ForeignId.hash(text).substring(0, LABEL_HASH);
    }

    static boolean fits(String text, int max) {
        return text.length() <= max || text.codePointCount(0, text.length()) <= max;
    }

    /** Cuts between user-perceived characters: an accent or the parts of an emoji stay with theirs. */
    static String shortened(String text, int max) {
        if (fits(text, max)) {
            return text;
        }
        int end = text.offsetByCodePoints(0, max - 1);
        int from = text.offsetByCodePoints(end, -Math.min(CLUSTER_MAX, max - 1));
        int to = Math.min(text.length(), end + CLUSTER_MAX);
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(from, to));
        int cut = from + (characters.isBoundary(end - from) ? end - from : characters.preceding(end - from));
        return text.substring(0, cut > from ? cut : end) + ELLIPSIS;
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

    /** Returns at most the length of the field in the compact JSON, so that enough is dropped. */
    private static int length(String name, JsonNode value) {
        return name.length() + value.toString().length();
    }
}
