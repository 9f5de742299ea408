package dev.cairn.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.interchange.Problems.Code;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one line of a JSON Lines file. */
final class JsonLine {
    private JsonLine() {}

    /**
     * The object of the current line, or null when it is none and that has been reported.
     *
     * @param depthMax levels of nesting that the line may have
     */
    static @Nullable Source object(Lines lines, int depthMax, Problems problems) throws IOException {
        String place = place(lines);
        byte[] line = lines.bytes();
        String fault = fault(lines, line);
        if (fault != null) {
            problems.report(place, Code.MALFORMED, "Left out: " + fault);
            return null;
        }
        try {
            Entry entry = EntryReader.line(line, depthMax);
            return problems.usable(place, entry) ? new Source(place, (ObjectNode) entry.tree(), problems) : null;
        } catch (JsonProcessingException e) {
            problems.report(place, Code.MALFORMED, Problems.oneLine("Not JSON: " + e.getOriginalMessage()));
            return null;
        }
    }

    static String place(Lines lines) {
        return "line " + lines.number();
    }

    private static @Nullable String fault(Lines lines, byte[] line) {
        if (lines.tooLong()) {
            return "the line is longer than %d bytes".formatted(Lines.LENGTH_MAX_BYTES);
        }
        int bad = Utf8.firstBad(line);
        if (bad > 0) {
            return "byte %d of the line is not UTF-8".formatted(bad);
        }
        for (int i = 0; i < line.length; i++) {
            if (line[i] == 0) {
                return "byte %d of the line is NUL, which no text has".formatted(i + 1);
            }
        }
        return null;
    }
}
