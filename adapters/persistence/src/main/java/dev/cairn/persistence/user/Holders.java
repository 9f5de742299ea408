package dev.cairn.persistence.user;

import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.JsonScanner;
import dev.cairn.persistence.jdbc.RowType;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Measured;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Finds the object of a token together with its user, by one query: every request with a token runs it. */
@Singleton
@Measured("HTTP: Cairn, all in")
final class Holders {
    private final Sql sql;
    private final UserMapper mapper;
    private final RowType<UserRow> users;

    Holders(Sql sql, UserMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
        this.users = sql.type(UserRow.class);
    }

    /**
     * Makes the query for the rows of one table.
     *
     * @param both makes one thing of a row and its holder
     */
    <R, V> Function<TokenHash, Optional<V>> byToken(Class<R> type, BiFunction<R, User, V> both) {
        RowType<R> rows = sql.type(type);
        String query = """
                SELECT %s AS held, %s AS holder FROM %s h JOIN users u ON u.id = h.user_id WHERE h.token_hash = ?""".formatted(rows.jsonArray("h"), users.jsonArray("u"), rows.table());
        return token -> sql.first(
                query,
                row -> both.apply(part(row, "held", rows), mapper.toDomain(part(row, "holder", users))),
                token.value());
    }

    private static <R> R part(Cells row, String column, RowType<R> type) {
        JsonScanner json = Objects.requireNonNull(row.json(column));
        json.enter();
        return type.read(json);
    }
}
