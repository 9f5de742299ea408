package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Engine;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.KeysetList;
import dev.cairn.persistence.kernel.RootStore;
import dev.cairn.persistence.kernel.SortField;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of users. */
@Singleton
final class UserStore extends RootStore<User, UserRow> implements UserRepository {
    private static final Map<String, SortField<User>> FIELDS = Map.of(
            "name", SortField.text("name_key", user -> Text.uniqueKey(user.name())),
            "createdAt", SortField.time("created_at", user -> user.lifecycle().createdAt()),
            "updatedAt", SortField.time("updated_at", user -> user.lifecycle().updatedAt()));
    private static final String ADMINS = UserRow.ACTIVE_ADMIN + " ORDER BY id";
    private static final String UPDATE_ACTIVATION =
            "UPDATE users SET deactivated_at = ?, updated_at = ?, version = version + 1 WHERE id = ?";

    private final Sql sql;
    private final UserMapper mapper;
    private final String firstAdmin;
    private final String admins;
    private final String agents;
    private final String some;
    private final KeysetList<User> list;

    UserStore(UserRows rows, UserMapper mapper, Sql sql) {
        super(UserRow.class, rows, mapper, sql);
        this.sql = sql;
        this.mapper = mapper;
        String select = sql.type(UserRow.class).select("u");
        this.firstAdmin = "SELECT " + select + " FROM users u WHERE " + ADMINS + " LIMIT 1";
        this.admins = "SELECT id FROM users WHERE " + ADMINS + (sql.engine() == Engine.POSTGRESQL ? " FOR UPDATE" : "");
        this.agents = "SELECT " + select + " FROM users u WHERE owner_id = ? AND deleted_at IS NULL ORDER BY id";
        this.some = "SELECT " + select + " FROM users u WHERE deleted_at IS NULL AND id IN "
                + sql.engine().ids();
        this.list = new KeysetList<>(
                sql,
                select,
                "users u",
                FIELDS,
                SortField.integer("id", user -> user.id().value()));
    }

    @Override
    public String kind() {
        return "user";
    }

    @Override
    public Optional<User> findLocalOwner() {
        return sql.first(firstAdmin, this::read);
    }

    @Override
    public List<Id<User>> lockAdmins() {
        return sql.returning(admins, row -> row.id("id"));
    }

    @Override
    public List<User> findAll(Collection<Id<User>> ids) {
        return sql.query(some, this::read, Sql.ids(ids));
    }

    @Override
    public List<User> agentsOf(Id<User> owner) {
        return sql.query(agents, this::read, owner);
    }

    @Override
    public void updateActivation(List<User> users) {
        sql.batch(
                UPDATE_ACTIVATION,
                users.stream()
                        .map(user -> new @Nullable Object[] {
                            user.deactivatedAt(), user.lifecycle().updatedAt(), user.id()
                        })
                        .toList());
    }

    @Override
    public Page<User> page(UserFilter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("deleted_at IS NULL")
                .oneOf("type", filter.types())
                .equal("owner_id", filter.ownerId());
        if (filter.active() != null) {
            where.and(filter.active() ? "deactivated_at IS NULL" : "deactivated_at IS NOT NULL");
        }
        if (filter.text() != null) {
            where.and("name_key LIKE ? ESCAPE '!'", Conditions.contains(Text.uniqueKey(filter.text())));
        }
        return list.page(filter, where, request, this::read);
    }

    private User read(Cells row) {
        return mapper.toDomain(row.as(UserRow.class));
    }
}
