package dev.cairn.json;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Writes and reads times in their one form in JSON: {@code 2026-03-01T12:00:00.000Z}. */
public final class Rfc3339 {
    private static final byte[] BLANK = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NANOS_PER_MILLI = 1_000_000;

    /** The accepted form: the parser alone would take times without seconds, and longer years. */
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private Rfc3339() {}

    /** @param time in the years 0 to 9999; what is less than a millisecond is left out */
    public static String format(Instant time) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        byte[] text = BLANK.clone();
        digits(text, 4, at.getYear());
        digits(text, 7, at.getMonthValue());
        digits(text, 10, at.getDayOfMonth());
        digits(text, 13, at.getHour());
        digits(text, 16, at.getMinute());
        digits(text, 19, at.getSecond());
        digits(text, 23, at.getNano() / NANOS_PER_MILLI);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number that ends before {@code end}: a formatter takes four times as long, and a list has hundreds of times. */
    private static void digits(byte[] text, int end, int number) {
        int place = end - 1;
        for (int rest = number; rest > 0; rest /= 10) {
            text[place--] = (byte) ('0' + rest % 10);
        }
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
