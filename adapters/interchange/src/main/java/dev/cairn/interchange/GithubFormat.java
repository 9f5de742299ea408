package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.interchange.Problems.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** GitHub's issues, as {@code gh issue list --json} writes them, with whichever fields were requested. */
final class GithubFormat implements TrackerFormat {
    /** The entries without one issue after which the file is taken for something else. */
    private static final int FRUITLESS_ENTRIES_MAX = 100;

    private static final String EXPECTED =
            "the array of gh issue list --json number,title,body,…: objects with a number";

    @Override
    public String name() {
        return "github";
    }

    @Override
    public void read(InputStream file, Consumer<Imported> sink) throws IOException {
        InputStream text = new CheckedUtf8Stream(Encoding.utf8(file, EXPECTED), EXPECTED);
        try (JsonParser parser = EntryReader.parser(text)) {
            new Reading(parser, sink).read();
        } catch (JsonProcessingException e) {
            throw Problems.notOfFormat(EXPECTED, "broken JSON: " + e.getOriginalMessage());
        }
    }

    private static final class Reading {
        private final JsonParser parser;
        private final Consumer<Imported> sink;
        private final Problems problems;
        private final Set<String> seen = new HashSet<>();

        Reading(JsonParser parser, Consumer<Imported> sink) {
            this.parser = parser;
            this.sink = sink;
            this.problems = new Problems(sink);
        }

        void read() throws IOException {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                    entry("[%d]".formatted(i));
                    if (seen.isEmpty() && i + 1 == FRUITLESS_ENTRIES_MAX) {
                        throw Problems.notOfFormat(EXPECTED, "%d entries without one".formatted(i + 1));
                    }
                }
            } else if (first == JsonToken.START_OBJECT) {
                // gh issue view writes a single object.
                entry("[0]");
            } else {
                throw Problems.notOfFormat(
                        EXPECTED, first == null ? "an empty file" : "a file that begins with " + first);
            }
            if (parser.nextToken() != null) {
                throw Problems.notOfFormat(EXPECTED, "more after its end");
            }
            if (seen.isEmpty()) {
                throw Problems.notOfFormat(EXPECTED, "none of these");
            }
            problems.reportLosses();
        }

        private void entry(String place) throws IOException {
            Entry entry = EntryReader.current(parser);
            if (!problems.usable(place, entry)) {
                return;
            }
            ObjectNode fields = (ObjectNode) entry.tree();
            if (!fields.path("number").isIntegralNumber()) {
                problems.report(place, Code.MALFORMED, "Left out: it has no number");
                return;
            }
            String id = GithubIssue.id(fields.remove("number"));
            if (seen.add(id)) {
                sink.accept(new GithubIssue(id, new Source(id, fields, problems)).ticket());
            } else {
                problems.report(id, Code.DUPLICATE, "Left out: the number is taken by an earlier entry");
            }
        }
    }
}
