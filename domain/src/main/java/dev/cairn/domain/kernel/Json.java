package dev.cairn.domain.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import java.util.regex.Pattern;

/**
 * JSON that passes through unparsed. Its makers (a strict reader at each door) hand over valid, compact text; the
 * database checks it once more when it is written (R7).
 */
public record Json(String text) {
    public static final int LENGTH_MAX = 200_000;
    /** Matches an escaped NUL, unless a pair of backslashes before it makes the escape harmless. */
    private static final Pattern ESCAPED_NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    public static final Json EMPTY_OBJECT = new Json("{}");

    public Json {
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            throw Invalid.of(ErrorCode.LENGTH, "json", "JSON must have 1 to %d characters".formatted(LENGTH_MAX));
        }
        if (text.contains("u0000") && ESCAPED_NUL.matcher(text).find()) {
            throw Invalid.of(ErrorCode.CHARACTERS, "json", "JSON must not contain NUL");
        }
        Text.of("json", text, 1, LENGTH_MAX);
    }

    /** Writes an id as JSON; its text holds nothing that has to be escaped. */
    public static Json of(Id<?> id) {
        return new Json('"' + id.toString() + '"');
    }

    /** Reads the id that {@link #of} wrote. */
    public <T> Id<T> id() {
        return Id.parse(text.replace("\"", ""));
    }

    public boolean isObject() {
        return text.startsWith("{");
    }

    @Override
    public String toString() {
        return text;
    }
}
