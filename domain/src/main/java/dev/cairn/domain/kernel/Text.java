package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** R7: text is trimmed and bounded in code points; NUL and lone surrogates are invalid. */
public final class Text {
    private static final int EXCERPT_LENGTH = 40;
    private static final char DELETE = 0x7f;

    private Text() {}

    /** Trims a text and checks that it has {@code min} to {@code max} code points. */
    public static String of(String field, @Nullable String value, int min, int max) {
        return exact(field, value == null ? null : trimmed(value), min, max);
    }

    /** Checks a text as {@link #of} does, but does not trim it: every character counts. */
    public static String exact(String field, @Nullable String value, int min, int max) {
        if (value == null) {
            throw Invalid.of(ErrorCode.REQUIRED, field, field + " is required");
        }
        int length = checkedLength(field, value);
        if (length < min || length > max) {
            throw Invalid.of(
                    ErrorCode.LENGTH,
                    field,
                    "%s must have %d to %d characters, it has %d".formatted(field, min, max, length));
        }
        return value;
    }

    /** Checks a text as {@link #of} does; null and blank both mean absent and give null. */
    public static @Nullable String optional(String field, @Nullable String value, int max) {
        String text = value == null ? "" : trimmed(value);
        return text.isEmpty() ? null : exact(field, text, 1, max);
    }

    /** Checks a text that is kept to the last blank: it has 1 to {@code maxBytes} bytes of UTF-8. */
    public static String exact(String field, @Nullable String value, int maxBytes) {
        if (value == null) {
            throw Invalid.of(ErrorCode.REQUIRED, field, field + " is required");
        }
        checkedCodePoints(field, value);
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > maxBytes) {
            throw Invalid.of(
                    ErrorCode.LENGTH,
                    field,
                    "%s must have 1 to %d bytes in UTF-8, it has %d".formatted(field, maxBytes, length));
        }
        return value;
    }

    /** Answers the distinct trimmed texts in the order given. */
    public static List<String> set(String field, List<String> values, int maxCount, int maxLength) {
        if (values.isEmpty()) {
            return List.of();
        }
        return List.copyOf(new LinkedHashSet<>(list(field, values, maxCount, maxLength)));
    }

    /** Answers the trimmed texts in the order given; repetitions stay. */
    public static List<String> list(String field, List<String> values, int maxCount, int maxLength) {
        List<String> texts = new ArrayList<>();
        for (String value : Limits.count(field, values, maxCount)) {
            try {
                texts.add(of(field, value, 1, maxLength));
            } catch (Invalid invalid) {
                throw invalid.at(field + "/" + texts.size());
            }
        }
        return List.copyOf(texts);
    }

    /** Whether the text has neither NUL nor a lone surrogate; a database stores no such text and accepts none in a query. */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || isSurrogate(c));
    }

    /** Removes blanks of every kind around a text; a text without a visible character becomes empty. Most texts come back unchanged. */
    public static String trimmed(String text) {
        if (!text.isEmpty() && isPlain(text.charAt(0)) && isPlain(text.charAt(text.length() - 1))) {
            return text;
        }
        int end = text.length();
        while (end > 0 && isBlank(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        int start = 0;
        while (start < end && isBlank(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        String left = text.substring(start, end);
        return left.codePoints().allMatch(c -> isBlank(c) || Character.getType(c) == Character.FORMAT) ? "" : left;
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < DELETE;
    }

    private static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    /** Answers the form in which names are compared ignoring case: NFKC, lower case, root locale. */
    public static String uniqueKey(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Answers the beginning of a text for an error message, with control characters replaced. */
    public static String excerpt(String value) {
        StringBuilder excerpt = new StringBuilder();
        value.codePoints()
                .limit(EXCERPT_LENGTH)
                .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '?' : c)
                .forEach(excerpt::appendCodePoint);
        return excerpt + (value.codePointCount(0, value.length()) > EXCERPT_LENGTH ? "…" : "");
    }

    /** Counts code points. A text without surrogates and NUL, as nearly all are, has as many as it has characters. */
    private static int checkedLength(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return checkedCodePoints(field, text);
            }
        }
        return text.length();
    }

    private static int checkedCodePoints(String field, String text) {
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            int c = text.codePointAt(i);
            if (c == 0 || isSurrogate(c)) {
                throw Invalid.of(ErrorCode.CHARACTERS, field, field + " contains NUL or half a surrogate pair");
            }
            i += Character.charCount(c);
        }
        return count;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
