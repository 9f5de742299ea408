package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.kernel.Text;
import dev.cairn.interchange.Problems.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks through one task-master file, tag by tag and task by task, with one task in memory at a time. */
final class TaskMasterFile {
    private static final String LEGACY_TAG = "master";
    private static final String TASKS = "tasks";
    private static final String METADATA = "metadata";
    /** Names of fields that a problem lists. */
    private static final int NAMES_MAX = 10;

    private final JsonParser parser;
    private final Consumer<Imported> sink;
    private final Problems problems;
    private final FileIds ids = new FileIds();
    private boolean recognised;

    TaskMasterFile(JsonParser parser, Consumer<Imported> sink) {
        this.parser = parser;
        this.sink = sink;
        this.problems = new Problems(sink);
    }

    void read() throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw Problems.notOfFormat(
                    TaskMasterFormat.EXPECTED,
                    first == null
                            ? "an empty file"
                            : first == JsonToken.START_ARRAY ? "a JSON array" : "a file that begins with " + first);
        }
        List<String> names = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (names.size() < NAMES_MAX) {
                names.add(Text.excerpt(name));
            }
            parser.nextToken();
            top(name);
        }
        if (!recognised) {
            throw Problems.notOfFormat(TaskMasterFormat.EXPECTED, "an object with the keys " + names);
        }
        if (parser.nextToken() != null) {
            throw Problems.notOfFormat(TaskMasterFormat.EXPECTED, "more after its end");
        }
        problems.reportLosses();
    }

    private void top(String name) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            tag(name);
        } else if (name.equals(TASKS) && parser.currentToken() == JsonToken.START_ARRAY) {
            recognised = true;
            tasks(LEGACY_TAG);
        } else {
            problems.report(clean(name), Code.MALFORMED, "Left out: a tag is an object with tasks");
            parser.skipChildren();
        }
    }

    /** A tag; or, without tasks, the metadata that the older form has at the top. */
    private void tag(String rawName) throws IOException {
        String tag = EntryReader.clean(rawName);
        if (!tag.equals(rawName)) {
            problems.report(clean(tag), Code.MALFORMED, "In its name, NUL or half a surrogate pair became U+FFFD");
        }
        List<String> lost = new ArrayList<>();
        boolean hasTasks = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(TASKS) && parser.currentToken() == JsonToken.START_ARRAY) {
                recognised = true;
                hasTasks = true;
                tasks(tag);
            } else {
                fields(name).stream()
                        .limit(NAMES_MAX - Math.min(lost.size(), NAMES_MAX))
                        .forEach(lost::add);
            }
        }
        if (!hasTasks && !tag.equals(METADATA)) {
            problems.report(clean(tag), Code.MALFORMED, "Left out: the tag has no array of tasks");
        } else if (!lost.isEmpty()) {
            String place = hasTasks ? clean(tag) + "/" + METADATA : METADATA;
            problems.report(
                    place,
                    Code.NOT_CARRIED_OVER,
                    Problems.oneLine("Fields without a place in Cairn: " + String.join(", ", lost)));
        }
    }

    private List<String> fields(String name) throws IOException {
        Entry entry = EntryReader.current(parser);
        List<String> names = new ArrayList<>();
        if (name.equals(METADATA) && entry.tree().isObject()) {
            entry.tree().fieldNames().forEachRemaining(field -> names.add(clean(field)));
        } else {
            names.add(clean(name));
        }
        return names;
    }

    private void tasks(String tag) throws IOException {
        HeldTickets held = new HeldTickets(tag, sink, problems);
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            Entry entry = EntryReader.current(parser);
            String id = entry.tree().path("id").asText("");
            String place = "%s/tasks/%s"
                    .formatted(clean(tag), id.isBlank() ? "[" + index + "]" : Text.excerpt(Text.trimmed(id)));
            if (problems.usable(place, entry)) {
                Source source = new Source(place, (ObjectNode) entry.tree(), problems);
                TaskMasterTicket.read(tag, source, ids).ifPresent(held::add);
            }
        }
        held.end();
    }

    private static String clean(String name) {
        return Text.excerpt(name);
    }
}
