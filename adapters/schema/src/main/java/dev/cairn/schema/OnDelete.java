package dev.cairn.schema;

/** What becomes of a row when the row that it refers to goes. */
public enum OnDelete {
    CASCADE,
    RESTRICT,
    SET_NULL;

    /** Answers it as SQL says it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
