package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.Imported;
import dev.cairn.application.interchange.Imported.Skipped;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import dev.cairn.interchange.Problems.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** beads' {@code issues.jsonl} and what {@code bd export} writes: one record a line, of which issues are taken. */
record BeadsFormat(Clock clock) implements TrackerFormat {
    /** The lines without one issue after which the file is taken for something else. */
    static final int FRUITLESS_LINES_MAX = 100;

    private static final String EXPECTED = "beads' issues.jsonl: one JSON object with an id and a title a line";
    private static final String TOMBSTONE = "tombstone";
    private static final String RECORD_KIND = "_type";
    private static final String ISSUE = "issue";
    private static final String MEMORY = "memory";
    /** The line that a canonical export begins with. */
    private static final String HEADER = "_schema";
    /** An object with an id is an issue if it has one of these. */
    private static final List<String> ISSUE_FIELDS =
            List.of("title", "description", "status", "priority", "issue_type", "type");

    @Override
    public String name() {
        return "beads";
    }

    @Override
    public void read(InputStream file, Consumer<Imported> sink) throws IOException {
        Lines lines = Lines.of(file, EXPECTED);
        Reading reading = new Reading(sink, Times.now(clock));
        int read = 0;
        while ((reading.recognised || read < FRUITLESS_LINES_MAX) && lines.next()) {
            if (read++ == 0) {
                requireLines(lines);
            }
            Source source = JsonLine.object(lines, EntryReader.DEPTH_MAX, reading.problems);
            if (source != null) {
                reading.record(source);
            }
        }
        if (!reading.recognised) {
            throw Problems.notOfFormat(
                    EXPECTED, read == 0 ? "an empty file" : "%d lines without an issue".formatted(lines.number()));
        }
        reading.issues.end();
        reading.problems.reportLosses();
    }

    /** Refuses JSON that spans several lines, which would otherwise be read in parts. */
    private static void requireLines(Lines lines) {
        String first = new String(lines.bytes(), StandardCharsets.UTF_8).strip();
        if (first.startsWith("[")) {
            throw Problems.notOfFormat(EXPECTED, "a JSON array; jq -c '.[]' writes its entries one a line");
        }
        if (first.startsWith("{") && "{[,:".indexOf(first.charAt(first.length() - 1)) >= 0) {
            throw Problems.notOfFormat(EXPECTED, "a JSON document over several lines; jq -c . writes it in one");
        }
    }

    private static final class Reading {
        private final Consumer<Imported> sink;
        private final Instant now;
        private final Problems problems;
        private final HeldIssues issues;
        private boolean recognised;

        Reading(Consumer<Imported> sink, Instant now) {
            this.sink = sink;
            this.now = now;
            this.problems = new Problems(sink);
            this.issues = new HeldIssues(sink, problems);
        }

        void record(Source source) {
            ObjectNode fields = source.rest();
            JsonNode kind = fields.remove(RECORD_KIND);
            if (kind == null && fields.has(HEADER) && !fields.has("id")) {
                recognised = true;
            } else if (kind != null && !kind.asText().equalsIgnoreCase(ISSUE)) {
                recognised |= kind.asText().equals(MEMORY);
                problems.skip(Problems.shown(kind));
                // Not by its id, which is none of an issue: an issue may have the same.
                sink.accept(new Skipped(source.place() + ", no issue"));
            } else if (isIssue(source)) {
                recognised = true;
                issue(source);
            }
        }

        private boolean isIssue(Source source) {
            JsonNode id = source.rest().path("id");
            boolean named = id.isTextual() || id.isIntegralNumber();
            if (!named || source.peek("id") == null) {
                problems.report(source.place(), Code.MALFORMED, "Left out: it has no id");
                return false;
            }
            if (ISSUE_FIELDS.stream().noneMatch(source.rest()::has)) {
                source.report(
                        Code.MALFORMED,
                        "Left out: %s is no issue, it has none of the fields %s"
                                .formatted(Text.excerpt(id.asText()), String.join(", ", ISSUE_FIELDS)));
                return false;
            }
            return true;
        }

        private void issue(Source source) {
            String id = ForeignId.of(String.valueOf(source.text("id")));
            if (!issues.isNew(id)) {
                problems.report(source.place(), Code.DUPLICATE, "Left out: the id is taken by an earlier line");
            } else if (Vocabulary.key(source.rest().path("status").asText("")).equals(TOMBSTONE)) {
                sink.accept(new Skipped(id));
            } else {
                issues.add(new BeadsIssue(id, source, now).ticket());
            }
        }
    }
}
