package dev.cairn.persistence.kernel;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.access.Role;
import dev.cairn.domain.error.NotFound;
import dev.cairn.domain.project.ProjectKey;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds one thing on somebody's behalf by one statement: the caller's membership is joined to the row. What is not there
 * and what the caller may not see come out the same (R6).
 */
public final class GuardedFinder<V> {
    private final Sql sql;
    private final String kind;
    private final String select;
    private final Function<Access, @Nullable Object[]> values;
    private final Function<Cells, V> reader;

    /** A row, and the caller's role in its project. */
    private record Found<V>(V value, Role role) {}

    /**
     * @param kind what is found, as errors name it
     * @param from the table, joined as far as its project
     * @param project the column that names its project
     */
    public GuardedFinder(Sql sql, String kind, String columns, String from, String project, Function<Cells, V> reader) {
        this(
                sql,
                kind,
                columns + ", " + Membership.ROLE,
                from + Membership.join(sql.engine(), project),
                Membership::values,
                reader);
    }

    /**
     * @param columns the last of them the caller's role
     * @param from the table, joined to whatever says what the caller may do
     * @param values of the marks in these
     */
    GuardedFinder(
            Sql sql,
            String kind,
            String columns,
            String from,
            Function<Access, @Nullable Object[]> values,
            Function<Cells, V> reader) {
        this.sql = sql;
        this.kind = kind;
        this.select = "SELECT " + columns + " FROM " + from + " WHERE ";
        this.values = values;
        this.reader = reader;
    }

    /**
     * @param condition with one mark for the reference
     * @throws NotFound when the caller may see none
     */
    public V require(Access access, String condition, Object reference) {
        sql.transaction().touch(reference);
        @Nullable Object[] known = values.apply(access);
        @Nullable Object[] bound = Arrays.copyOf(known, known.length + 1);
        bound[known.length] = reference;
        List<Found<V>> found = sql.query(select + condition, this::read, bound);
        if (found.isEmpty()) {
            throw NotFound.of(kind, reference instanceof ProjectKey key ? "with the key " + key : reference);
        }
        access.require(found.getFirst().role());
        return found.getFirst().value();
    }

    private Found<V> read(Cells row) {
        return new Found<>(reader.apply(row), Role.valueOf(row.text(Membership.ROLE_COLUMN)));
    }
}
