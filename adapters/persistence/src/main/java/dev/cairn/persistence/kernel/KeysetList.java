package dev.cairn.persistence.kernel;

import dev.cairn.domain.error.ErrorCode;
import dev.cairn.domain.error.Invalid;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Sort;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a list by keyset, composed of constant SQL fragments and bound parameters (ADR 10). A cursor carries the sort
 * values of the last row and belongs to one filter and sort.
 */
public final class KeysetList<V> {
    private final Sql sql;
    private final String select;
    private final String from;
    private final Map<String, SortField<V>> fields;
    private final SortField<V> id;
    private final Function<Cells, V> reader;
    private final @Nullable Outer outer;

    /**
     * How rows are shown that were found: in a query around that which found them.
     *
     * @param alias of the rows that were found, as in that
     * @param joins what they are joined to
     */
    public record Outer(String select, String alias, String joins) {
        /** Shows the rows that a query finds. */
        public String around(String query) {
            return "SELECT " + select + " FROM (" + query + ") " + alias + joins;
        }
    }

    /** A sorted field and its direction. */
    private record Key<V>(SortField<V> field, boolean descending) {}

    /**
     * @param select the columns, with values for their marks given to {@link #page}
     * @param id the unique column that ends every order
     */
    public KeysetList(
            Sql sql,
            String select,
            String from,
            Map<String, SortField<V>> fields,
            SortField<V> id,
            Function<Cells, V> reader) {
        this(sql, select, from, fields, id, reader, null);
    }

    /** @param outer how the rows of a page are shown, when that takes more than was found */
    public KeysetList(
            Sql sql,
            String select,
            String from,
            Map<String, SortField<V>> fields,
            SortField<V> id,
            Function<Cells, V> reader,
            @Nullable Outer outer) {
        this.sql = sql;
        this.select = select;
        this.from = from;
        this.fields = Map.copyOf(fields);
        this.id = id;
        this.reader = reader;
        this.outer = outer;
    }

    public Page<V> page(Object filter, Conditions where, PageRequest request) {
        return page(filter, List.of(), where, request);
    }

    /** @throws Invalid {@code malformed_cursor}, {@code unknown_sort} */
    public Page<V> page(
            Object filter, List<? extends @Nullable Object> selected, Conditions where, PageRequest request) {
        List<Key<V>> keys = keys(request.sort());
        String list = filter + "|" + request.sort();
        Conditions bounded = where.copy();
        if (request.cursor() != null) {
            List<SortField.Type> types =
                    keys.stream().map(key -> key.field().type()).toList();
            after(bounded, keys, Cursor.decode(list, request.cursor(), types));
        }
        String order = " ORDER BY " + order(keys);
        String rows = "SELECT " + select + " FROM " + from + bounded.sql() + order + " LIMIT ?";
        String query = outer == null ? rows : outer.around(rows) + order;
        List<@Nullable Object> values = new ArrayList<>(selected);
        values.addAll(bounded.values());
        values.add(request.limit() + 1);
        List<V> found = sql.query(query, reader, values.toArray());
        boolean more = found.size() > request.limit();
        List<V> shown = more ? found.subList(0, request.limit()) : found;
        Long total = request.total() ? count(where) : null;
        return new Page<>(shown, more ? cursor(list, keys, shown.getLast()) : null, total);
    }

    private long count(Conditions where) {
        return sql.one(
                "SELECT count(*) AS total FROM " + from + where.sql(),
                row -> row.integer("total"),
                where.values().toArray());
    }

    private List<Key<V>> keys(Sort sort) {
        LinkedHashMap<String, Key<V>> keys = new LinkedHashMap<>();
        boolean descending = false;
        for (Sort.Order order : sort.orders()) {
            SortField<V> field = fields.get(order.field());
            if (field == null) {
                throw Invalid.of(ErrorCode.UNKNOWN_SORT, "sort", "Cannot sort by '%s'".formatted(order.field()));
            }
            descending = order.descending();
            keys.putIfAbsent(field.column(), new Key<>(field, descending));
        }
        keys.putIfAbsent(id.column(), new Key<>(id, descending));
        return List.copyOf(keys.values());
    }

    private String order(List<Key<V>> keys) {
        return String.join(
                ", ",
                keys.stream()
                        .map(key -> key.field().column() + (key.descending() ? " DESC" : ""))
                        .toList());
    }

    /** Adds {@code a <= ? AND (a < ? OR (a = ? AND …))}: the first condition lets an index begin at the right place. */
    private static <V> void after(Conditions where, List<Key<V>> keys, List<Object> values) {
        List<Object> bound = new ArrayList<>();
        bound.add(values.getFirst());
        StringBuilder text = new StringBuilder();
        Key<V> first = keys.getFirst();
        text.append(first.field().column())
                .append(first.descending() ? " <= ?" : " >= ?")
                .append(" AND ");
        for (int i = 0; i < keys.size(); i++) {
            String column = keys.get(i).field().column();
            text.append('(').append(column).append(keys.get(i).descending() ? " < ?" : " > ?");
            bound.add(values.get(i));
            if (i < keys.size() - 1) {
                text.append(" OR (").append(column).append(" = ? AND ");
                bound.add(values.get(i));
            }
        }
        text.append("))".repeat(keys.size() - 1)).append(')');
        where.and(text.toString(), bound.toArray());
    }

    private String cursor(String list, List<Key<V>> keys, V last) {
        return Cursor.encode(
                list, keys.stream().map(key -> key.field().print(last)).toList());
    }
}
