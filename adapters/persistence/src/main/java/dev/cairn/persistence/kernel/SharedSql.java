package dev.cairn.persistence.kernel;

import dev.cairn.domain.access.Access;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the SQL that stores share, each kind of which stands in one class: finding as somebody, pages by keyset, soft
 * deletion, inserts of many rows.
 */
@Singleton
public final class SharedSql {
    private final Sql sql;

    SharedSql(Sql sql) {
        this.sql = sql;
    }

    /** Lists the rows {@code r} of one table. */
    public <R, V> RowList<R, V> list(Class<R> type, Function<R, V> toDomain, Sorts sorts) {
        return new RowList<>(sql, type, toDomain, sorts);
    }

    /** Lists the rows {@code r} of a type, joined to other tables. */
    public <R, V> KeysetList<V> list(
            Class<R> type,
            String others,
            String from,
            Map<String, SortField<V>> fields,
            SortField<V> id,
            Function<Cells, V> reader) {
        return new KeysetList<>(sql, sql.type(type).select("r") + others, from, fields, id, reader);
    }

    /**
     * Finds a row {@code r} on somebody's behalf.
     *
     * @param project the column that names its project
     * @param joins pairs of a table and a condition, from the row as far as its project
     */
    public <R, V> GuardedFinder<V> finder(
            Class<R> type, String kind, String project, Function<R, V> toDomain, String... joins) {
        StringBuilder from = new StringBuilder(sql.type(type).table() + " r");
        for (int i = 0; i < joins.length; i += 2) {
            from.append(sql.engine().join(joins[i], joins[i + 1]));
        }
        return new GuardedFinder<>(
                sql, kind, sql.type(type).select("r"), from.toString(), project, row -> toDomain.apply(row.as(type)));
    }

    /**
     * Finds something on somebody's behalf, where more than a membership says what they may do.
     *
     * @param columns the last of them the caller's role
     * @param values of the marks in {@code from}
     */
    public <V> GuardedFinder<V> finder(
            String kind,
            String columns,
            String from,
            Function<Access, @Nullable Object[]> values,
            Function<Cells, V> reader) {
        return new GuardedFinder<>(sql, kind, columns, from, values, reader);
    }

    /** Lists in two steps: finds the page, and then looks up costly columns for its rows only. */
    public <V> KeysetList<V> list(
            String found,
            String from,
            Map<String, SortField<V>> fields,
            SortField<V> id,
            Function<Cells, V> reader,
            KeysetList.Outer shown) {
        return new KeysetList<>(sql, found, from, fields, id, reader, shown);
    }

    /** The columns of a row, for {@link Cells#as}. */
    public String columns(Class<?> type, String alias) {
        return sql.type(type).select(alias);
    }

    /** Joins a table to those before it, in this order. */
    public String join(String table, String on) {
        return sql.engine().join(table, on);
    }

    public SoftDeletion softDeletion(Class<?> type) {
        return new SoftDeletion(sql, sql.type(type).table());
    }

    /** Inserts rows in the order given, several by one statement. */
    public <R> void insertAll(Class<R> type, List<R> rows) {
        sql.insertAll(type, rows);
    }
}
