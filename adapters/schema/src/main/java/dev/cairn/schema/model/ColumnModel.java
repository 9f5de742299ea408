package dev.cairn.schema.model;

import dev.cairn.schema.OnDelete;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param initial the default, in SQL
 * @param checks conditions over this column alone, in SQL
 */
public record ColumnModel(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String initial,
        List<String> checks,
        @Nullable Reference references,
        @Nullable String renamedFrom,
        @Nullable String backfill) {

    /** A foreign key to the column {@code id} of a table. */
    public record Reference(String table, OnDelete onDelete) {}

    public ColumnModel {
        checks = List.copyOf(checks);
    }

    /** A column that may not be null and has nothing more to it. */
    public static ColumnModel of(String name, ColumnType type) {
        return new ColumnModel(name, type, false, null, List.of(), null, null, null);
    }

    public ColumnModel optional() {
        return new ColumnModel(name, type, true, initial, checks, references, renamedFrom, backfill);
    }

    public ColumnModel startingAs(String sql) {
        return new ColumnModel(name, type, nullable, sql, checks, references, renamedFrom, backfill);
    }

    public ColumnModel checked(String... conditions) {
        return new ColumnModel(name, type, nullable, initial, List.of(conditions), references, renamedFrom, backfill);
    }

    public ColumnModel referring(String table, OnDelete onDelete) {
        return new ColumnModel(
                name, type, nullable, initial, checks, new Reference(table, onDelete), renamedFrom, backfill);
    }

    public ColumnModel renamedFrom(String old) {
        return new ColumnModel(name, type, nullable, initial, checks, references, old, backfill);
    }

    public ColumnModel filledWith(String sql) {
        return new ColumnModel(name, type, nullable, initial, checks, references, renamedFrom, sql);
    }
}
