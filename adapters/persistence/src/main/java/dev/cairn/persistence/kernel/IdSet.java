package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Id;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Writes many ids as one parameter of a generated query. A mark for each would make a statement for each number of them, and
 * SQLite, with statistics, reads the whole table for a thousand.
 */
public final class IdSet {
    private static final String KEYS = "IN (SELECT CAST(e.key AS bigint) FROM json_each(";
    /**
     * The right side of {@code id IN}: the keys of a JSON object, on both engines. Its parameter {@code ids} takes {@link #of}.
     */
    public static final String IN = KEYS + ":ids) e)";

    /** The same as {@link #IN}, with a mark in the place of the named parameter. */
    public static final String IN_MARK = KEYS + "?) e)";

    private IdSet() {}

    public static String of(Collection<? extends Id<?>> ids) {
        return ids.stream().map(id -> "\"" + id.value() + "\":0").collect(Collectors.joining(",", "{", "}"));
    }
}
