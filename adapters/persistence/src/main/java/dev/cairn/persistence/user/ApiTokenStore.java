package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.user.ApiToken;
import dev.cairn.domain.user.ApiTokenRepository;
import dev.cairn.domain.user.TokenHash;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
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

/** The store of API tokens. */
@Singleton
final class ApiTokenStore implements ApiTokenRepository {
    private static final Map<String, SortField<ApiToken>> FIELDS =
            Map.of("createdAt", SortField.time("created_at", ApiToken::createdAt));
    private static final String USED = """
            UPDATE api_tokens SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)
            """;
    /** Of a human and of the agents they answer for. */
    private static final String HELD =
            "user_id IN (SELECT id FROM users WHERE id = ? UNION ALL SELECT id FROM users WHERE owner_id = ?)";

    private static final String VISIBLE = " AND (" + HELD + " OR EXISTS (SELECT 1 FROM project_members m"
            + " WHERE m.project_id = t.project_id AND m.user_id = ? AND m.role = 'OWNER'))";

    private final Sql sql;
    private final String byId;
    private final HolderQuery<ApiTokenRow, OfUser> held;
    private final KeysetList<ApiToken> list;
    private final String revokeAll;

    ApiTokenStore(Sql sql, UserMapper mapper) {
        this.sql = sql;
        this.held = new HolderQuery<>(
                sql, "api_tokens", ApiTokenRow.class, mapper, (row, user) -> new OfUser(row.toDomain(), user));
        String columns = sql.type(ApiTokenRow.class).select("t");
        this.byId = "SELECT " + columns + " FROM api_tokens t WHERE t.id = ?";
        this.revokeAll = "UPDATE api_tokens SET revoked_at = ? WHERE revoked_at IS NULL AND user_id IN "
                + sql.engine().ids();
        this.list = new KeysetList<>(
                sql,
                columns,
                "api_tokens t",
                FIELDS,
                SortField.integer("id", token -> token.id().value()));
    }

    @Override
    public Optional<OfUser> find(TokenHash hash) {
        return held.one("token_hash = ?", hash.value());
    }

    @Override
    public Optional<ApiToken> find(Id<ApiToken> id) {
        return sql.first(byId, ApiTokenStore::read, id);
    }

    @Override
    public Optional<ApiToken> find(Id<User> user, Id<ApiToken> id) {
        return sql.first(byId + VISIBLE, ApiTokenStore::read, id, user, user, user);
    }

    @Override
    public int count(Id<User> user) {
        return Math.toIntExact(sql.one(
                "SELECT count(*) AS n FROM api_tokens WHERE user_id = ? AND revoked_at IS NULL",
                row -> row.integer("n"),
                user));
    }

    @Override
    public void insert(ApiToken token) {
        sql.insertAll(ApiTokenRow.class, List.of(ReadBack.row(token, ApiTokenRow::of, ApiTokenRow::toDomain)));
    }

    @Override
    public void used(Id<ApiToken> token, Instant at) {
        sql.update(USED, at, token, at);
    }

    @Override
    public boolean revoke(Id<ApiToken> token, Instant at) {
        return sql.update("UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", at, token) > 0;
    }

    @Override
    public void revokeAll(Collection<Id<User>> users, Instant at) {
        sql.update(revokeAll, at, Sql.ids(users));
    }

    @Override
    public int revokeAll(Collection<Id<User>> users, Id<?> project, Instant at) {
        return sql.update(revokeAll + " AND project_id = ?", at, Sql.ids(users), project);
    }

    @Override
    public Page<ApiToken> page(Filter filter, PageRequest request) {
        Conditions where = new Conditions().and("revoked_at IS NULL").equal("project_id", filter.projectId());
        if (filter.userId() != null) {
            where.and(HELD, filter.userId(), filter.userId());
        }
        return list.page(filter, where, request, ApiTokenStore::read);
    }

    private static ApiToken read(Cells row) {
        return row.as(ApiTokenRow.class).toDomain();
    }
}
