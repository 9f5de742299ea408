package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.application.interchange.ImportProblem;
import dev.cairn.application.interchange.Imported;
import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.error.Violation;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reports the problems of a file; one that would repeat for thousands of entries is counted and reported once. */
final class Problems {
    /** The place of problems that concern the whole file. */
    static final String FILE = "file";

    private static final int MESSAGE_MAX = 300;
    /** Names that are counted apart; a file may hold any number of them. */
    private static final int KINDS_MAX = 200;

    private static final String OTHERS = "others";

    private final Consumer<Imported> sink;
    private final Map<String, Integer> lost = new LinkedHashMap<>();
    private final Map<String, Integer> skipped = new LinkedHashMap<>();

    /** Kinds of problems, stable on the wire. */
    enum Code {
        MALFORMED,
        DANGLING,
        CYCLE,
        SECOND_PARENT,
        SHORTENED,
        UNKNOWN_VALUE,
        DUPLICATE,
        NOT_CARRIED_OVER
    }

    Problems(Consumer<Imported> sink) {
        this.sink = sink;
    }

    void report(String place, Code code, String message) {
        sink.accept(new ImportProblem(place, Wire.of(code), message));
    }

    /** Whether the entry can be used; says so when not, or when characters had to be replaced. */
    boolean usable(String place, Entry entry) {
        if (entry.fault() != null) {
            report(place, Code.MALFORMED, "Left out: " + entry.fault());
            return false;
        }
        if (!entry.tree().isObject()) {
            report(place, Code.MALFORMED, "Left out: an object is expected, this is " + kind(entry.tree()));
            return false;
        }
        if (entry.replaced() > 0) {
            report(
                    place,
                    Code.MALFORMED,
                    "In %d texts, NUL or half a surrogate pair became U+FFFD".formatted(entry.replaced()));
        }
        return true;
    }

    /** Counts one loss of a kind; {@link #reportLosses} tells them. */
    void lose(String what) {
        count(lost, what);
    }

    /** Counts one record of a kind that is no issue; {@link #reportLosses} tells them. */
    void skip(String kind) {
        count(skipped, kind);
    }

    void reportLosses() {
        lost.forEach((what, count) -> report(
                FILE, Code.NOT_CARRIED_OVER, "%s: has no place in Cairn, dropped %d times".formatted(what, count)));
        skipped.forEach((kind, count) -> report(
                FILE,
                Code.NOT_CARRIED_OVER,
                "%d records of the kind '%s' were skipped: only issues are imported".formatted(count, kind)));
        lost.clear();
        skipped.clear();
    }

    private static void count(Map<String, Integer> counts, String what) {
        String name = Text.excerpt(what);
        counts.merge(counts.size() < KINDS_MAX || counts.containsKey(name) ? name : OTHERS, 1, Integer::sum);
    }

    static Invalid notOfFormat(String expected, String found) {
        return Invalid.of(ErrorCode.FORMAT, "body", "Expected %s; found %s".formatted(expected, oneLine(found)));
    }

    /** Returns the first violation of an entry, with the field it concerns, on one line. */
    static String reason(Invalid invalid) {
        Violation first = invalid.violations().getFirst();
        String where = first.field();
        return oneLine(
                where.isEmpty() || first.message().startsWith(where)
                        ? first.message()
                        : where + ": " + first.message());
    }

    /** A message for people, without control characters and bounded. */
    static String oneLine(String message) {
        StringBuilder line = new StringBuilder();
        message.codePoints()
                .limit(MESSAGE_MAX)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** A value for people: itself, if it is short, or what kind of value it is. */
    static String shown(JsonNode value) {
        return value.isContainerNode() ? kind(value) : Text.excerpt(value.asText());
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> "an object";
            case ARRAY -> "an array";
            case STRING, BINARY -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL, MISSING -> "null";
        };
    }
}
