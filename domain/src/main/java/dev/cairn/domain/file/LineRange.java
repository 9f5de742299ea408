package dev.cairn.domain.file;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a file, from 1, both included.
 *
 * @param last null means to the end
 */
public record LineRange(int first, @Nullable Integer last) {
    public static final LineRange ALL = new LineRange(1, null);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:(-)(\\d{1,9})?)?");

    /** Reads {@code 5}, {@code 5-} or {@code 5-20}; null means all. */
    public static LineRange parse(@Nullable String text) {
        if (text == null) {
            return ALL;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused();
        }
        int first = Integer.parseInt(form.group(1));
        @Nullable String end = form.group(3);
        Integer last = form.group(2) == null ? Integer.valueOf(first) : end == null ? null : Integer.valueOf(end);
        if (first < 1 || (last != null && last < first)) {
            throw refused();
        }
        return new LineRange(first, last);
    }

    private static Invalid refused() {
        return Invalid.of(ErrorCode.FORMAT, "lines", "lines is 5, 5- or 5-20, counted from 1");
    }
}
