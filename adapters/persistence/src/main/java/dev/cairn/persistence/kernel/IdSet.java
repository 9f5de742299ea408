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
    /** What an id is IN, on both engines: the keys of an object. Its parameter {@code ids} takes {@link #of}. */
    public static final String IN = KEYS + ":ids) e)";

    /** As {@link #IN}, with a mark. */
    public static final String IN_MARK = KEYS + "?) e)";

    private IdSet() {}

    public static String of(Collection<? extends Id<?>> ids) {
        return ids.stream().map(id -> "\"" + id.value() + "\":0").collect(Collectors.joining(",", "{", "}"));
    }
}
