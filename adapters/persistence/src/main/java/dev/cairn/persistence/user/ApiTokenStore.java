package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.ApiTokenRepository;
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

/** The store of API tokens. */
@Store
abstract class ApiTokenStore implements ApiTokenRepository, GenericRepository<ApiTokenRow, Long> {
    /** The condition on tokens of a human and of that human's agents. */
    private static final String HELD =
            "user_id IN (SELECT id FROM users WHERE id = ? UNION ALL SELECT id FROM users WHERE owner_id = ?)";

    private static final String END = "UPDATE api_tokens SET revoked_at = :at WHERE revoked_at IS NULL AND ";

    private final Function<TokenHash, Optional<OfUser>> held;
    private final RowList<ApiTokenRow, ApiToken> list;

    ApiTokenStore(Holders holders, SharedSql sql) {
        this.held = holders.byToken(ApiTokenRow.class, (row, user) -> new OfUser(row.toDomain(), user));
        this.list = sql.list(ApiTokenRow.class, ApiTokenRow::toDomain, Sorts.of(SORTS));
    }

    abstract Optional<ApiTokenRow> findById(long id);

    @Query("""
            SELECT t.* FROM api_tokens t
             WHERE t.id = :id
               AND (t.user_id IN (SELECT id FROM users WHERE id = :user UNION ALL SELECT id FROM users WHERE owner_id = :user)
                    OR EXISTS (SELECT 1 FROM project_members m
                                WHERE m.project_id = t.project_id AND m.user_id = :user AND m.role = 'OWNER'))
            """)
    abstract Optional<ApiTokenRow> findVisible(Id<User> user, Id<ApiToken> id);

    @Query("""
            SELECT t.* FROM api_tokens t JOIN users u ON u.id = t.user_id
             WHERE t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > :now) AND u.deactivated_at IS NULL
               AND u.deleted_at IS NULL AND t.id\s""" + IdSet.IN)
    abstract List<ApiTokenRow> findGood(Instant now, String ids);

    abstract int countByUserIdAndRevokedAtIsNull(long userId);

    abstract ApiTokenRow save(ApiTokenRow row);

    @Override
    @Query("""
            UPDATE api_tokens SET last_used_at = :at
             WHERE id = :token AND (last_used_at IS NULL OR last_used_at < :at)
            """)
    public abstract void used(Id<ApiToken> token, Instant at);

    @Query(END + "id = :token")
    abstract int end(Id<ApiToken> token, Instant at);

    @Query(END + "user_id " + IdSet.IN)
    abstract void endAll(String ids, Instant at);

    @Query(END + "project_id = :project AND user_id " + IdSet.IN)
    abstract int endAll(String ids, Id<?> project, Instant at);

    @Override
    public Optional<OfUser> find(TokenHash hash) {
        return held.apply(hash);
    }

    @Override
    public Optional<ApiToken> find(Id<ApiToken> id) {
        return findById(id.value()).map(ApiTokenStore::read);
    }

    @Override
    public Optional<ApiToken> find(Id<User> user, Id<ApiToken> id) {
        return findVisible(user, id).map(ApiTokenStore::read);
    }

    @Override
    public List<ApiToken> findValid(Collection<Id<ApiToken>> tokens, Instant now) {
        return Errors.readingEach(findGood(now, IdSet.of(tokens)), ApiTokenRow::toDomain);
    }

    @Override
    public int count(Id<User> user) {
        return countByUserIdAndRevokedAtIsNull(user.value());
    }

    @Override
    public void insert(ApiToken token) {
        save(ReadBack.row(token, ApiTokenRow::of, ApiTokenRow::toDomain));
    }

    @Override
    public boolean revoke(Id<ApiToken> token, Instant at) {
        return end(token, at) > 0;
    }

    @Override
    public void revokeAll(Collection<Id<User>> users, Instant at) {
        endAll(IdSet.of(users), at);
    }

    @Override
    public int revokeAll(Collection<Id<User>> users, Id<?> project, Instant at) {
        return endAll(IdSet.of(users), project, at);
    }

    @Override
    public Page<ApiToken> page(Filter filter, PageRequest request) {
        Conditions where = new Conditions().and("revoked_at IS NULL").equal("project_id", filter.projectId());
        if (filter.userId() != null) {
            where.and(HELD, filter.userId(), filter.userId());
        }
        return list.page(filter, where, request);
    }

    private static ApiToken read(ApiTokenRow row) {
        return Errors.reading(row, ApiTokenRow::toDomain);
    }
}
