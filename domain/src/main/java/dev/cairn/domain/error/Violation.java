package dev.cairn.domain.error;

/**
 * One error in the input.
 *
 * @param field the field's name, or a path of names and indexes separated by {@code /}; names come from the input too, so of
 *     one that is no text, or is very long, only so much is kept as can be answered
 */
public record Violation(String field, WireCode code, String message) {
    private static final int FIELD_LENGTH_MAX = 500;

    public Violation {
        field = shown(field);
    }

    private static String shown(String field) {
        boolean plain =
                field.length() <= FIELD_LENGTH_MAX && field.chars().noneMatch(c -> Character.isSurrogate((char) c));
        if (plain) {
            return field;
        }
        StringBuilder shown = new StringBuilder();
        field.codePoints()
                .limit(FIELD_LENGTH_MAX)
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
