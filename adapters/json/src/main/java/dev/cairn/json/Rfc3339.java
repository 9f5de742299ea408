package dev.cairn.json;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes and reads times in their one form in JSON: {@code 2026-03-01T12:00:00.000Z}. */
public final class Rfc3339 {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Matches what is read: the parser alone would take times without seconds, and years of more digits. */
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Rfc3339() {}

    public static String format(Instant time) {
        return TIME.format(time);
    }

    /**
     * Reads a time of any offset.
     *
     * @throws Invalid {@code format} when the text is no such time
     */
    public static Instant parse(String text) {
        try {
            if (!FORM.matcher(text).matches()) {
                throw new DateTimeException(text);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "",
                    "'%s' is not a time like 2026-03-01T12:00:00.000Z".formatted(Text.excerpt(text)));
        }
    }
}
