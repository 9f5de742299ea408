package dev.cairn.persistence.kernel;

import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.persistence.jdbc.RowType;
import dev.cairn.persistence.jdbc.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the rows {@code r} of one table. The columns of its sorts, and their values in a cursor, are those of the row.
 *
 * @param <V> what a row is shown as
 */
public final class RowList<R, V> {
    private final KeysetList<Read<R, V>> list;

    /** A row, and the value made of it. */
    private record Read<R, V>(R row, V value) {}

    RowList(Sql sql, Class<R> type, Function<R, V> toDomain, Sorts sorts) {
        RowType<R> rows = sql.type(type);
        Map<String, SortField<Read<R, V>>> fields = new HashMap<>();
        sorts.properties().forEach((name, property) -> fields.put(name, field(rows, property)));
        this.list = new KeysetList<>(
                sql, rows.select("r"), rows.table() + " r", fields, field(rows, sorts.last()), cells -> {
                    R row = cells.as(type);
                    return new Read<>(row, toDomain.apply(row));
                });
    }

    private static <R, V> SortField<Read<R, V>> field(RowType<R> rows, String name) {
        RowType.Property<R> property = rows.property(name);
        return new SortField<>(
                "r." + property.column(),
                SortField.Type.of(property.type()),
                read -> property.value().apply(read.row()));
    }

    public Page<V> page(Object filter, Conditions where, PageRequest request) {
        return page(filter, List.of(), where, request);
    }

    /** @param values of the marks in what is joined */
    public Page<V> page(Object filter, List<? extends @Nullable Object> values, Conditions where, PageRequest request) {
        return list.page(filter, values, where, request).map(Read::value);
    }
}
