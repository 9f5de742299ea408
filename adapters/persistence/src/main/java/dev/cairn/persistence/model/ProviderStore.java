package dev.cairn.persistence.model;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.model.ModelProviderRepository;
import dev.cairn.domain.model.SealedSecret;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.RootStore;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import java.util.List;
import java.util.Optional;

/** The store of providers. */
@Store
abstract class ProviderStore extends RootStore<ModelProvider, ModelProviderRow> implements ModelProviderRepository {
    private final RowList<ModelProviderRow, ModelProvider> list;

    ProviderStore(ProviderMapper mapper, SharedSql sql) {
        super(ModelProviderRow.class, "provider", mapper, sql);
        this.list = sql.list(
                ModelProviderRow.class, mapper::toDomain, Sorts.of(SORTS).by("name", "nameKey"));
    }

    abstract Optional<ModelProviderRow> findByIdAndOwnerIdAndDeletedAtIsNull(long id, long ownerId);

    abstract Optional<ModelProviderRow> findByOwnerIdAndIsDefaultTrueAndDeactivatedAtIsNullAndDeletedAtIsNull(
            long ownerId);

    abstract long countByOwnerIdAndDeletedAtIsNull(long ownerId);

    @Query("SELECT p.* FROM providers p WHERE p.secret IS NOT NULL AND p.id > :after ORDER BY p.id LIMIT :count")
    abstract List<ModelProviderRow> findSealed(Id<ModelProvider> after, int count);

    @Query("UPDATE providers SET secret = :to WHERE id = :id AND secret = :from")
    abstract int exchange(Id<ModelProvider> id, String from, String to);

    @Override
    public Optional<ModelProvider> find(Id<User> owner, Id<ModelProvider> id) {
        return findByIdAndOwnerIdAndDeletedAtIsNull(id.value(), owner.value()).map(this::toDomain);
    }

    @Override
    public Optional<ModelProvider> findDefault(Id<User> owner) {
        return findByOwnerIdAndIsDefaultTrueAndDeactivatedAtIsNullAndDeletedAtIsNull(owner.value())
                .map(this::toDomain);
    }

    @Override
    public long count(Id<User> owner) {
        return countByOwnerIdAndDeletedAtIsNull(owner.value());
    }

    @Override
    public List<ModelProvider> sealedAfter(Id<ModelProvider> after, int limit) {
        return toDomain(findSealed(after, limit));
    }

    @Override
    public boolean reseal(Id<ModelProvider> id, SealedSecret from, SealedSecret to) {
        return exchange(id, from.text(), to.text()) > 0;
    }

    @Override
    public Page<ModelProvider> page(Filter filter, PageRequest request) {
        Conditions where = new Conditions().and("deleted_at IS NULL").equal("owner_id", filter.ownerId());
        if (filter.active() != null) {
            where.and(filter.active() ? "deactivated_at IS NULL" : "deactivated_at IS NOT NULL");
        }
        return list.page(filter, where, request);
    }
}
