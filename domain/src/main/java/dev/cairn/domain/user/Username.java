package dev.cairn.domain.user;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;

/** The name under which a human logs in; unique ignoring case, without anything that cannot be seen. */
public record Username(String value) {
    public static final int LENGTH_MIN = 3;
    public static final int LENGTH_MAX = 50;

    public Username {
        value = Text.of("username", value, LENGTH_MIN, LENGTH_MAX);
        if (!value.codePoints().allMatch(Username::isVisible)) {
            throw Invalid.of(
                    ErrorCode.FORMAT, "username", "username must not contain spaces or characters that cannot be seen");
        }
    }

    /** Answers the form that is unique (R7). */
    public String key() {
        return Text.uniqueKey(value);
    }

    static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
