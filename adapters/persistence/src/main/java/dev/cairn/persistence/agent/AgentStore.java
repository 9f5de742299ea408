package dev.cairn.persistence.agent;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.agent.AgentRepository;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.model.ModelProvider;
import dev.cairn.domain.user.User;
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

/** The store of agents. */
@Store
abstract class AgentStore extends RootStore<Agent, AgentRow> implements AgentRepository {
    private final RowList<AgentRow, Agent> list;

    AgentStore(SharedSql sql) {
        this(new AgentMapper(), sql);
    }

    private AgentStore(AgentMapper mapper, SharedSql sql) {
        super(AgentRow.class, "agent", mapper, sql);
        this.list = sql.list(AgentRow.class, mapper::toDomain, Sorts.of(SORTS));
    }

    abstract Optional<AgentRow> findByIdAndOwnerIdAndDeletedAtIsNull(long id, long ownerId);

    abstract long countByOwnerIdAndDeletedAtIsNull(long ownerId);

    @Query("SELECT a.* FROM agents a WHERE a.deleted_at IS NULL AND a.id " + IdSet.IN + " ORDER BY a.id")
    abstract List<AgentRow> findSome(String ids);

    @Query("""
            SELECT a.* FROM agents a JOIN users u ON u.id = a.id
             WHERE a.provider_id = :provider AND a.deleted_at IS NULL AND u.deactivated_at IS NULL
             ORDER BY a.id
            """)
    abstract List<AgentRow> findUsing(Id<ModelProvider> provider);

    abstract List<AgentRow> findByProviderIdAndDeletedAtIsNullOrderById(Long providerId);

    @Override
    public Optional<Agent> find(Id<User> owner, Id<Agent> id) {
        return findByIdAndOwnerIdAndDeletedAtIsNull(id.value(), owner.value()).map(this::toDomain);
    }

    @Override
    public long count(Id<User> owner) {
        return countByOwnerIdAndDeletedAtIsNull(owner.value());
    }

    @Override
    public List<Agent> findAmong(Collection<Id<User>> users) {
        return users.isEmpty() ? List.of() : toDomain(findSome(IdSet.of(users)));
    }

    @Override
    public List<Agent> findActiveWith(Id<ModelProvider> provider) {
        return toDomain(findUsing(provider));
    }

    @Override
    public List<Agent> findWith(Id<ModelProvider> provider) {
        return toDomain(findByProviderIdAndDeletedAtIsNullOrderById(provider.value()));
    }

    @Override
    public Page<Agent> page(OfOwner filter, PageRequest request) {
        Conditions where = new Conditions().and("owner_id = ? AND deleted_at IS NULL", filter.ownerId());
        return list.page(filter, where, request);
    }
}
