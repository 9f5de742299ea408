package dev.cairn.persistence.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The place of a row in a list as opaque text, bound to the list's filter and sort. */
final class Cursor {
    private static final String SEPARATOR = "\0";
    private static final int HASH_DIGITS = 16;
    /**
     * A cursor has at most this length: that of a title of 200 characters whose compatibility form is 18 times as long, in
     * base 64. A request line has 16 KB.
     */
    private static final int LENGTH_MAX = 14_000;

    private Cursor() {}

    static String encode(String list, List<String> values) {
        List<String> parts = new ArrayList<>();
        parts.add(hash(list));
        parts.addAll(values);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Invalid {@code malformed_cursor} */
    static List<Object> decode(String list, String cursor, List<SortField.Type> types) {
        try {
            if (cursor.length() > LENGTH_MAX) {
                throw malformed();
            }
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != types.size() + 1 || !parts[0].equals(hash(list))) {
                throw malformed();
            }
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                values.add(types.get(i).parse(parts[i + 1]));
            }
            return values;
        } catch (IllegalArgumentException _) {
            throw malformed();
        }
    }

    private static Invalid malformed() {
        return Invalid.of(
                ErrorCode.MALFORMED_CURSOR,
                "cursor",
                "The cursor does not belong to this list: start at its first page");
    }

    private static String hash(String list) {
        return Sha256.of(list).substring(0, HASH_DIGITS);
    }
}
