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
    private static final String FIRST_HUMAN = """
            SELECT id, type, name, version, created_at, updated_at, archived_at, deleted_at, deletion_id
              FROM users WHERE type = 'HUMAN' AND deleted_at IS NULL ORDER BY id LIMIT 1
            """;

    private final Sql sql;
    private final UserMapper mapper;

    UserStore(UserRows rows, UserMapper mapper, Sql sql) {
        super(UserRow.class, rows, mapper, sql);
        this.sql = sql;
        this.mapper = mapper;
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public Optional<User> findLocalOwner() {
        return sql.row(UserRow.class, FIRST_HUMAN).map(mapper::toDomain);
    }
}
