package dev.cairn.interchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.kernel.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as trackers and people write them into files, in whole milliseconds. */
final class FileTime {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SPACED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[ T](\\d{2}:\\d{2}.*)");
    private static final Pattern SHORT_OFFSET = Pattern.compile("(.*\\d{2}:\\d{2}.*[+-]\\d{2})(\\d{2})?");
    private static final Pattern OFFSET = Pattern.compile(".*(?:Z|[+-]\\d{2}(?::\\d{2}){0,2})");
    private static final Pattern ZERO = Pattern.compile("0001-01-01|0000-00-00");
    /** A number is a time since 1970 only within these years: a smaller or larger one says something else. */
    private static final long SECONDS_MIN =
            Instant.parse("2001-01-01T00:00:00Z").getEpochSecond();

    private static final long SECONDS_MAX =
            Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();
    private static final long MILLIS = 1_000;
    /** The longest text that is parsed as a time; the patterns are not meant for more. */
    private static final int LENGTH_MAX = 64;

    private FileTime() {}

    /** Whether it says that there was no such moment: null, blank, empty, false, 0, or the zero of Go, .NET and MySQL. */
    static boolean isNone(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isEmpty();
        }
        String text = value.isTextual() ? Text.trimmed(value.textValue()) : "";
        return value.isNumber()
                ? value.decimalValue().signum() == 0
                : !value.asBoolean() && (text.isEmpty() || ZERO.matcher(text).lookingAt());
    }

    /**
     * A date and time with an offset, or else in UTC; a date alone; or a number of seconds or milliseconds since 1970.
     * Null when it is none of these, or beyond the times that Cairn keeps: it is never moved to another moment.
     */
    static @Nullable Instant read(JsonNode value) {
        try {
            return Times.past(
                    "time", value.isNumber() ? ofNumber(value) : value.isTextual() ? ofText(value.textValue()) : null);
        } catch (DateTimeException | Invalid e) {
            return null;
        }
    }

    private static @Nullable Instant ofNumber(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            return null;
        }
        long number = value.longValue();
        if (number >= SECONDS_MIN && number < SECONDS_MAX) {
            return Instant.ofEpochSecond(number);
        }
        return number >= SECONDS_MIN * MILLIS && number < SECONDS_MAX * MILLIS ? Instant.ofEpochMilli(number) : null;
    }

    private static @Nullable Instant ofText(String raw) {
        if (raw.length() > LENGTH_MAX) {
            return null;
        }
        String text = Text.trimmed(raw).toUpperCase(Locale.ROOT);
        if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        var spaced = SPACED.matcher(text);
        String time = spaced.matches()
                ? spaced.group(1) + "T" + spaced.group(2).replace(" UTC", "Z").replace(" ", "")
                : text;
        var offset = SHORT_OFFSET.matcher(time);
        if (offset.matches()) {
            time = offset.group(1) + ":" + (offset.group(2) == null ? "00" : offset.group(2));
        }
        return OFFSET.matcher(time).matches()
                ? OffsetDateTime.parse(time).toInstant()
                : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    }
}
