package dev.cairn.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param on columns or expressions with their order, separated by commas
 * @param where the rows it holds; all when null
 */
public record IndexModel(
        String name, String on, boolean unique, @Nullable String where) {
    public static IndexModel of(String name, String on) {
        return new IndexModel(name, on, false, null);
    }

    public IndexModel asUnique() {
        return new IndexModel(name, on, true, where);
    }

    public IndexModel over(String rows) {
        return new IndexModel(name, on, unique, rows);
    }

    String sql(String table) {
        return "CREATE %sINDEX %s ON %s (%s)%s"
                .formatted(unique ? "UNIQUE " : "", name, table, on, where == null ? "" : " WHERE " + where);
    }
}
