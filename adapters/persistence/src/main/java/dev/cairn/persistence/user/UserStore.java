package dev.cairn.persistence.user;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.kernel.Text;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserFilter;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.RootStore;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The store of users. To lock them it writes them unchanged, which makes others wait on both engines. */
@Store
abstract class UserStore extends RootStore<User, UserRow> implements UserRepository {
    private final RowList<UserRow, User> list;

    UserStore(UserMapper mapper, SharedSql sql) {
        super(UserRow.class, "user", mapper, sql);
        this.list = sql.list(UserRow.class, mapper::toDomain, Sorts.of(SORTS).by("name", "nameKey"));
    }

    @Query("UPDATE users SET version = version WHERE id = :id AND deleted_at IS NULL RETURNING *")
    abstract List<UserRow> locked(Id<User> id);

    @Query("UPDATE users SET version = version WHERE " + UserRow.ACTIVE_ADMIN + " RETURNING id")
    abstract List<Long> lockedAdmins();

    @Query("SELECT u.* FROM users u WHERE u.deleted_at IS NULL AND u.id " + IdSet.IN)
    abstract List<UserRow> findSome(String ids);

    abstract List<UserRow> findByOwnerIdAndDeletedAtIsNullOrderById(long ownerId);

    @Override
    public Optional<User> lock(Id<User> id) {
        return toDomain(locked(id)).stream().findFirst();
    }

    @Override
    public List<Id<User>> lockAdmins() {
        return lockedAdmins().stream().sorted().map(id -> new Id<User>(id)).toList();
    }

    @Override
    public List<User> findAll(Collection<Id<User>> ids) {
        return toDomain(findSome(IdSet.of(ids)));
    }

    @Override
    public List<User> agentsOf(Id<User> owner) {
        return toDomain(findByOwnerIdAndDeletedAtIsNullOrderById(owner.value()));
    }

    @Override
    public void updateActivation(List<User> users) {
        updateEach(users);
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
        return list.page(filter, where, request);
    }
}
