package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of sessions. */
@Singleton
final class SessionStore implements SessionRepository {
    private static final long NONE = 0;
    /** Ids are given in the order of creation. */
    private static final SortField<Session> CREATED =
            SortField.integer("id", session -> session.id().value());

    private static final String REVOKE = """
            UPDATE sessions SET revoked_at = ? WHERE id = ? AND user_id = ? AND revoked_at IS NULL AND expires_at > ?
            """;

    private final Sql sql;
    private final HolderQuery<SessionRow, OfUser> held;
    private final KeysetList<Session> list;
    private final String revokeAll;

    /** What a cursor is bound to. */
    private record OfOne(Id<User> user) {}

    SessionStore(Sql sql, UserMapper mapper) {
        this.sql = sql;
        this.held = new HolderQuery<>(
                sql, "sessions", SessionRow.class, mapper, (row, user) -> new OfUser(row.toDomain(), user));
        this.list = new KeysetList<>(
                sql, sql.type(SessionRow.class).select("s"), "sessions s", Map.of("createdAt", CREATED), CREATED);
        this.revokeAll = "UPDATE sessions SET revoked_at = ? WHERE revoked_at IS NULL AND id <> ? AND user_id IN "
                + sql.engine().ids();
    }

    @Override
    public Optional<OfUser> find(TokenHash hash) {
        return held.one("token_hash = ?", hash.value());
    }

    @Override
    public void insert(Session session) {
        sql.insertAll(SessionRow.class, List.of(ReadBack.row(session, SessionRow::of, SessionRow::toDomain)));
    }

    @Override
    public void seen(Id<Session> session, Instant at) {
        sql.update("UPDATE sessions SET last_seen_at = ? WHERE id = ? AND last_seen_at < ?", at, session, at);
    }

    @Override
    public Page<Session> page(Id<User> user, Instant now, PageRequest request) {
        Conditions where = new Conditions().and("user_id = ? AND revoked_at IS NULL AND expires_at > ?", user, now);
        return list.page(
                new OfOne(user), where, request, row -> row.as(SessionRow.class).toDomain());
    }

    @Override
    public boolean revoke(Id<User> user, Id<Session> session, Instant at) {
        return sql.update(REVOKE, at, session, user, at) > 0;
    }

    @Override
    public int revokeAll(Collection<Id<User>> users, @Nullable Id<Session> except, Instant at) {
        return sql.update(revokeAll, at, except == null ? NONE : except.value(), Sql.ids(users));
    }

    @Override
    public int deleteExpired(Instant now) {
        return sql.update("DELETE FROM sessions WHERE expires_at <= ?", now);
    }
}
