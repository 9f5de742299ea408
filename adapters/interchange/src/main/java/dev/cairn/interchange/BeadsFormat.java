package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.application.interchange.ImportSink;
import dev.cairn.application.interchange.TrackerFormat;
import dev.cairn.domain.interchange.Alias;
import dev.cairn.interchange.Problems.Code;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** beads' {@code issues.jsonl}: one issue a line. */
final class BeadsFormat implements TrackerFormat {
    /** After this many lines without one issue the file is taken for something else. */
    static final int FRUITLESS_LINES_MAX = 100;

    private static final String EXPECTED = "beads' issues.jsonl: one JSON object with an id and a title a line";
    private static final String TOMBSTONE = "tombstone";

    @Override
    public String name() {
        return "beads";
    }

    @Override
    public void read(InputStream file, ImportSink sink) throws IOException {
        Problems problems = new Problems(sink);
        Set<String> ids = new HashSet<>();
        Lines lines = new Lines(file);
        int fruitless = 0;
        while (lines.next()) {
            String place = "line " + lines.number();
            Source source = issue(lines, place, problems);
            if (source != null) {
                deliver(source, ids, sink);
            } else if (ids.isEmpty() && ++fruitless == FRUITLESS_LINES_MAX) {
                break;
            }
        }
        if (ids.isEmpty()) {
            String found =
                    lines.number() == 0 ? "an empty file" : "%d lines without an issue".formatted(lines.number());
            throw Problems.notOfFormat(EXPECTED, found);
        }
        problems.reportLosses();
    }

    /** The object of a line, or null when it is none and that has been reported. */
    static @Nullable Source object(Lines lines, String place, Problems problems) throws IOException {
        if (lines.tooLong()) {
            problems.report(
                    place, Code.MALFORMED, "The line is longer than %d bytes".formatted(Lines.LENGTH_MAX_BYTES));
            return null;
        }
        try {
            Entry entry = EntryReader.line(lines.bytes());
            return problems.usable(place, entry) ? new Source(place, (ObjectNode) entry.tree(), problems) : null;
        } catch (JsonProcessingException e) {
            problems.report(place, Code.MALFORMED, Problems.oneLine("Not JSON: " + e.getOriginalMessage()));
        } catch (CharConversionException e) {
            problems.report(place, Code.MALFORMED, "Not UTF-8");
        }
        return null;
    }

    private static @Nullable Source issue(Lines lines, String place, Problems problems) throws IOException {
        Source source = object(lines, place, problems);
        if (source == null) {
            return null;
        }
        if (source.rest().path("id").asText("").isBlank()
                || !source.rest().path("id").isTextual()) {
            problems.report(place, Code.MALFORMED, "Left out: it has no id");
            return null;
        }
        if (!Fitting.fits(source.rest().path("id").asText(), Alias.EXTERNAL_ID_MAX)) {
            problems.report(place, Code.MALFORMED, "Left out: its id is too long");
            return null;
        }
        return source;
    }

    private static void deliver(Source source, Set<String> ids, ImportSink sink) {
        String id = String.valueOf(source.text("id"));
        if (!ids.add(id)) {
            source.problems().report(source.place(), Code.DUPLICATE, "Left out: the id is taken by an earlier line");
        } else if (source.rest().path("status").asText("").equals(TOMBSTONE)) {
            sink.skipped(id);
        } else {
            sink.ticket(new BeadsIssue(id, source).ticket());
        }
    }
}
