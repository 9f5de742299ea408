package dev.cairn.persistence.user;

import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.JsonScanner;
import dev.cairn.persistence.jdbc.RowType;
import dev.cairn.persistence.jdbc.Sql;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * One row of a table together with the user who holds it, by one query.
 *
 * @param <R> the row
 * @param <V> both of them
 */
final class HolderQuery<R, V> {
    private final Sql sql;
    private final RowType<R> held;
    private final RowType<UserRow> users;
    private final BiFunction<R, User, V> both;
    private final UserMapper mapper;
    private final String select;

    HolderQuery(Sql sql, String table, Class<R> type, UserMapper mapper, BiFunction<R, User, V> both) {
        this.sql = sql;
        this.mapper = mapper;
        this.both = both;
        this.held = sql.type(type);
        this.users = sql.type(UserRow.class);
        this.select = "SELECT " + held.jsonArray("h") + " AS held, " + users.jsonArray("u") + " AS holder FROM " + table
                + " h JOIN users u ON u.id = h.user_id WHERE h.";
    }

    /** @param condition on the table, with one mark for the value */
    Optional<V> one(String condition, Object value) {
        return sql.first(select + condition, this::read, value);
    }

    private V read(Cells row) {
        return both.apply(part(row, "held", held), mapper.toDomain(part(row, "holder", users)));
    }

    private static <T> T part(Cells row, String column, RowType<T> type) {
        JsonScanner json = Objects.requireNonNull(row.json(column));
        json.enter();
        return type.read(json);
    }
}
