package dev.cairn.domain.project;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Text;
import java.util.Set;

/** The short name of a project in ticket keys: 2 to 10 of A–Z and 0–9, never changed, unique also among deleted ones. */
public record ProjectKey(String value) {
    public static final int LENGTH_MIN = 2;
    public static final int LENGTH_MAX = 10;

    /** Words that stand where a key does, in paths of the API. */
    private static final Set<String> RESERVED = Set.of("STATISTICS");

    public ProjectKey {
        if (!isKey(value)) {
            throw Invalid.of(
                    ErrorCode.FORMAT,
                    "key",
                    "'%s' is not a project key: %d to %d of A-Z and 0-9"
                            .formatted(Text.excerpt(value), LENGTH_MIN, LENGTH_MAX));
        }
    }

    public static boolean isKey(String text) {
        if (text.length() < LENGTH_MIN || text.length() > LENGTH_MAX) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** Whether no new project gets it, as another thing would be found in its place. */
    public static boolean isReserved(String key) {
        return RESERVED.contains(key);
    }

    /** What people type in any case, as it is written: letters of A to Z only, so that no other text becomes a key. */
    public static String capitals(String text) {
        StringBuilder capitals = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                capitals.setCharAt(i, (char) (c - 'a' + 'A'));
            }
        }
        return capitals.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
