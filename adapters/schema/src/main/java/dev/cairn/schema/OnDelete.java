package dev.cairn.schema;

/** The action on a row when the row that it refers to is deleted. */
public enum OnDelete {
    CASCADE,
    RESTRICT,
    SET_NULL;

    /** Answers it as SQL says it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
