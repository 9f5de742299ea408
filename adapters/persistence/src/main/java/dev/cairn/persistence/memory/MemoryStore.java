package dev.cairn.persistence.memory;

import dev.cairn.domain.agent.Agent;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.memory.Memory;
import dev.cairn.domain.memory.MemoryRelation;
import dev.cairn.domain.memory.MemoryRepository;
import dev.cairn.domain.memory.RelationKind;
import dev.cairn.domain.project.Project;
import dev.cairn.persistence.kernel.Conditions;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.RootStore;
import dev.cairn.persistence.kernel.RowList;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.Sorts;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of memories and of their relations. */
@Store
abstract class MemoryStore extends RootStore<Memory, MemoryRow> implements MemoryRepository {
    private static final Id<?> NOBODY = new Id<>(0);

    private final RowList<MemoryRow, Memory> list;

    MemoryStore(MemoryMapper mapper, SharedSql sql) {
        super(MemoryRow.class, "memory", mapper, sql);
        this.list = sql.list(MemoryRow.class, mapper::toDomain, Sorts.of(SORTS));
    }

    @Query("""
            SELECT m.* FROM memories m
             WHERE m.deleted_at IS NULL AND m.archived_at IS NULL AND (m.agent_id = :agent OR m.project_id = :project)
             ORDER BY m.id DESC LIMIT :count
            """)
    abstract List<MemoryRow> findSome(Id<?> agent, Id<?> project, int count);

    @Query("""
            SELECT m.* FROM memories m
             WHERE m.deleted_at IS NULL AND m.archived_at IS NULL
               AND (m.project_id = :project OR (m.agent_id = :agent AND (m.conversation_id IS NULL OR EXISTS (
                    SELECT 1 FROM conversations c WHERE c.id = m.conversation_id AND c.project_id = :project))))
             ORDER BY m.id DESC LIMIT :count
            """)
    abstract List<MemoryRow> findSomeIn(Id<?> agent, Id<?> project, int count);

    @Query("""
            SELECT m.* FROM memories m
             WHERE m.deleted_at IS NULL AND m.archived_at IS NULL AND (m.agent_id = :agent OR m.project_id = :project)
               AND m.created_at < :before AND m.score < :least AND m.importance <> 'CRITICAL'
             ORDER BY m.id LIMIT :count
            """)
    abstract List<MemoryRow> findUnneeded(Id<?> agent, Id<?> project, Instant before, double least, int count);

    @Query("UPDATE memories SET access_count = access_count + 1, last_accessed_at = :now WHERE id " + IdSet.IN)
    abstract void count(String ids, Instant now);

    @Query(
            "UPDATE memories SET archived_at = :now, updated_at = :now, version = version + 1 WHERE archived_at IS NULL AND id "
                    + IdSet.IN)
    abstract void archive(String ids, Instant now);

    @Query("""
            INSERT INTO memory_relations (id, from_id, to_id, kind) VALUES (:id, :from, :to, :kind)
            ON CONFLICT (from_id, to_id) DO UPDATE SET kind = excluded.kind
            """)
    abstract void put(Id<?> id, Id<Memory> from, Id<Memory> to, RelationKind kind);

    @Query("DELETE FROM memory_relations WHERE from_id = :from AND to_id = :to")
    abstract int remove(Id<Memory> from, Id<Memory> to);

    @Query("SELECT r.* FROM memory_relations r WHERE r.from_id = :memory OR r.to_id = :memory ORDER BY r.id")
    abstract List<MemoryRelationRow> findRelations(Id<Memory> memory);

    @Query("""
            SELECT m.* FROM memories m
             WHERE m.project_id = :project AND m.content = :content AND m.deleted_at IS NULL ORDER BY m.id LIMIT 1
            """)
    abstract Optional<MemoryRow> findWith(Id<Project> project, String content);

    @Query("""
            SELECT r.* FROM memories m
              JOIN memory_relations r ON r.from_id = m.id
              JOIN memories o ON o.id = r.to_id AND o.deleted_at IS NULL
             WHERE m.project_id = :project AND m.deleted_at IS NULL ORDER BY r.id
            """)
    abstract List<MemoryRelationRow> findRelationsIn(Id<Project> project);

    @Override
    public Optional<Memory> findSaying(Id<Project> project, String content) {
        return findWith(project, content).map(this::toDomain);
    }

    @Override
    public List<MemoryRelation> relationsIn(Id<Project> project) {
        return findRelationsIn(project).stream()
                .map(MemoryRelationRow::toDomain)
                .toList();
    }

    @Override
    public List<Memory> findNewest(@Nullable Id<Agent> agent, @Nullable Id<Project> project, int limit) {
        return toDomain(
                project == null
                        ? findSome(orNobody(agent), NOBODY, limit)
                        : findSomeIn(orNobody(agent), project, limit));
    }

    @Override
    public void accessed(Collection<Id<Memory>> memories, Instant now) {
        if (!memories.isEmpty()) {
            count(IdSet.of(memories), now);
        }
    }

    @Override
    public List<Memory> findPrunable(
            @Nullable Id<Agent> agent, @Nullable Id<Project> project, Instant before, double score, int limit) {
        return toDomain(findUnneeded(orNobody(agent), orNobody(project), before, score, limit));
    }

    @Override
    public void archiveAll(Collection<Id<Memory>> memories, Instant now) {
        if (!memories.isEmpty()) {
            archive(IdSet.of(memories), now);
        }
    }

    @Override
    public void relate(Id<MemoryRelation> id, MemoryRelation relation) {
        put(id, relation.fromId(), relation.toId(), relation.kind());
    }

    @Override
    public boolean unrelate(Id<Memory> from, Id<Memory> to) {
        return remove(from, to) > 0;
    }

    @Override
    public List<MemoryRelation> relationsOf(Id<Memory> memory) {
        return findRelations(memory).stream().map(MemoryRelationRow::toDomain).toList();
    }

    private static Id<?> orNobody(@Nullable Id<?> id) {
        return id == null ? NOBODY : id;
    }

    @Override
    public Page<Memory> page(Filter filter, PageRequest request) {
        Conditions where = new Conditions()
                .and("deleted_at IS NULL")
                .equal("agent_id", filter.agentId())
                .equal("project_id", filter.projectId())
                .oneOf("type", filter.types())
                .archived("archived_at", filter.archived());
        return list.page(filter, where, request);
    }
}
