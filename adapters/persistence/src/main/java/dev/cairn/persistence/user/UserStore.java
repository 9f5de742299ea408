package dev.cairn.persistence.user;

import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.RootStore;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The store of users. */
@Singleton
final class UserStore extends RootStore<User, UserRow> implements UserRepository {
    private final Sql sql;
    private final String firstHuman;
    private final UserMapper mapper;

    UserStore(UserRows rows, UserMapper mapper, Sql sql) {
        super(UserRow.class, rows, mapper, sql);
        this.sql = sql;
        this.firstHuman = "SELECT " + sql.type(UserRow.class).select("u")
                + " FROM users u WHERE type = 'HUMAN' AND deleted_at IS NULL ORDER BY id LIMIT 1";
        this.mapper = mapper;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public Optional<User> findLocalOwner() {
        return sql.first(firstHuman, row -> mapper.toDomain(row.as(UserRow.class)));
    }
}
