package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.Session;
import dev.cairn.domain.user.SessionRepository;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The store of sessions. */
@Store
abstract class SessionStore implements SessionRepository, GenericRepository<SessionRow, Long> {
    private static final Id<Session> NONE = new Id<>(0);

    private final Function<TokenHash, Optional<OfUser>> held;
    private final RowList<SessionRow, Session> list;

    /** The user that a cursor is bound to. */
    private record OfOne(Id<User> user) {}

    SessionStore(Holders holders, SharedSql sql) {
        this.held = holders.byToken(SessionRow.class, (row, user) -> new OfUser(row.toDomain(), user));
        // Ids are given in the order of creation.
        this.list =
                sql.list(SessionRow.class, SessionRow::toDomain, Sorts.of(SORTS).by("createdAt", "id"));
    }

    abstract SessionRow save(SessionRow row);

    @Query("""
            SELECT s.* FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE s.revoked_at IS NULL AND s.expires_at > :now AND u.deactivated_at IS NULL AND u.deleted_at IS NULL AND s.id\s""" + IdSet.IN)
    abstract List<SessionRow> findGood(Instant now, String ids);

    @Override
    @Query("UPDATE sessions SET last_seen_at = :at WHERE id = :session AND last_seen_at < :at")
    public abstract void seen(Id<Session> session, Instant at);

    @Query("""
            UPDATE sessions SET revoked_at = :at
             WHERE id = :session AND user_id = :user AND revoked_at IS NULL AND expires_at > :at
            """)
    abstract int end(Id<User> user, Id<Session> session, Instant at);

    @Query("UPDATE sessions SET revoked_at = :at WHERE revoked_at IS NULL AND id <> :except AND user_id " + IdSet.IN)
    abstract int endAll(String ids, Id<Session> except, Instant at);

    @Override
    @Query("DELETE FROM sessions WHERE expires_at <= :now")
    public abstract int deleteExpired(Instant now);

    @Override
    public Optional<OfUser> find(TokenHash hash) {
        return held.apply(hash);
    }

    @Override
    public List<Session> findValid(Collection<Id<Session>> sessions, Instant now) {
        return Errors.readingEach(findGood(now, IdSet.of(sessions)), SessionRow::toDomain);
    }

    @Override
    public void insert(Session session) {
        save(ReadBack.row(session, SessionRow::of, SessionRow::toDomain));
    }

    @Override
    public Page<Session> page(Id<User> user, Instant now, PageRequest request) {
        Conditions where = new Conditions().and("user_id = ? AND revoked_at IS NULL AND expires_at > ?", user, now);
        return list.page(new OfOne(user), where, request);
    }

    @Override
    public boolean revoke(Id<User> user, Id<Session> session, Instant at) {
        return end(user, session, at) > 0;
    }

    @Override
    public int revokeAll(Collection<Id<User>> users, @Nullable Id<Session> except, Instant at) {
        return endAll(IdSet.of(users), except == null ? NONE : except, at);
    }
}
