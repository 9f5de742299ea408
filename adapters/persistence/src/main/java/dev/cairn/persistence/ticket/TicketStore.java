package dev.cairn.persistence.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Page;
import dev.cairn.domain.kernel.PageRequest;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.ClaimedBy;
import dev.cairn.domain.ticket.ShownTicket;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketFilter;
import dev.cairn.domain.ticket.TicketKey;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketRepository;
import dev.cairn.domain.ticket.TicketSummary;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedStore;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Measured;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SoftDeletion;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of tickets. */
@Store
@Measured("change a ticket's status")
abstract class TicketStore extends GuardedStore<Ticket, TicketRow> implements TicketRepository {
    private static final String KIND = "ticket";
    private static final String BY_ID = "r.id = ?";
    private static final String BY_KEY = "r.key = ?";
    /** What an import still hides is not deleted, but not there yet (I4). */
    private static final String SHOWN =
            " AND NOT EXISTS (SELECT 1 FROM import_stagings s WHERE r.deletion_id IN (s.open_id, s.other_id))";

    private static final String UPDATE_STATE = """
            UPDATE tickets SET status = ?, started_at = ?, completed_at = ?, updated_at = ?, version = version + 1
             WHERE id = ? AND version = ?
            """;
    /** A ticket and its parent. */
    @Introspected
    record Child(long id, long parentId) {}

    private final Sql sql;
    private final String select;
    private final TicketMapper mapper;
    private final TicketList list;
    private final TicketTree trees;
    private final SoftDeletion deletions;

    TicketStore(TicketMapper mapper, TaskMapper tasks, Sql sql, SharedSql shared) {
        super(TicketRow.class, KIND, mapper, shared, "r.project_id");
        this.sql = sql;
        this.deletions = shared.softDeletion(TicketRow.class);
        this.select = "SELECT " + sql.type(TicketRow.class).select("t") + " FROM tickets t";
        this.mapper = mapper;
        this.trees = new TicketTree(sql, KIND, mapper, tasks);
        this.list = new TicketList(sql, mapper, trees);
    }

    @Query(
            "SELECT id, parent_id FROM tickets WHERE project_id = :project AND parent_id IS NOT NULL AND deleted_at IS NULL")
    abstract List<Child> findChildren(Id<Project> project);

    @Query("""
            WITH RECURSIVE up (id, parent_id) AS (
                SELECT id, parent_id FROM tickets WHERE id = :ticket
                UNION
                SELECT t.id, t.parent_id FROM tickets t JOIN up ON t.id = up.parent_id)
            SELECT count(*) FROM up WHERE id = :ancestor
            """)
    abstract int countUpwards(Id<Ticket> ancestor, Id<Ticket> ticket);

    @Override
    public Page<TicketSummary> page(TicketFilter filter, PageRequest request) {
        return list.page(filter, request);
    }

    @Override
    public Map<Id<Ticket>, ClaimedBy> findHolders(Collection<Id<Ticket>> ids) {
        return list.holders(ids);
    }

    @Override
    public Page<TicketWithTasks> pageWithTasks(TicketFilter filter, PageRequest request) {
        return list.pageWithTasks(filter, request);
    }

    @Override
    public Ticket updateState(Ticket ticket) {
        int stored = sql.update(
                UPDATE_STATE,
                ticket.status(),
                ticket.startedAt(),
                ticket.completedAt(),
                ticket.lifecycle().updatedAt(),
                ticket.id(),
                ticket.lifecycle().version());
        if (stored == 0) {
            throw Errors.lostUpdate();
        }
        return ticket.stored();
    }

    @Override
    public Ticket require(Access access, TicketRef ref) {
        return switch (ref) {
            case TicketRef.ById(Id<Ticket> id) -> require(access, id);
            case TicketRef.ByKey(TicketKey key) -> require(access, BY_KEY, key);
        };
    }

    @Override
    public Ticket requireAny(Access access, TicketRef ref) {
        return switch (ref) {
            case TicketRef.ById(Id<Ticket> id) -> requireAny(access, BY_ID + SHOWN, id);
            case TicketRef.ByKey(TicketKey key) -> requireAny(access, BY_KEY + SHOWN, key);
        };
    }

    @Override
    public TicketWithTasks requireWithTasks(Access access, TicketRef ref) {
        return trees.require(access, ref);
    }

    @Override
    public ShownTicket requireShown(Access access, TicketRef ref) {
        return trees.requireShown(access, ref);
    }

    @Override
    public Optional<TicketWithTasks> findWithTasks(Id<Ticket> id) {
        return trees.find(id);
    }

    @Override
    public Optional<TicketWithTasks> findWithTasksByTask(Id<Task> task) {
        return trees.findByTask(task);
    }

    @Override
    public List<Ticket> findAll(Access access, Collection<Id<Ticket>> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return read(
                select + Membership.join(sql.engine(), "t.project_id") + " WHERE t.deleted_at IS NULL AND t.id "
                        + IdSet.IN_MARK,
                access.userId(),
                access.projectId(),
                IdSet.of(ids));
    }

    @Override
    public List<Ticket> findAll(Collection<Id<Ticket>> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return read(select + " WHERE deleted_at IS NULL AND id " + IdSet.IN_MARK, IdSet.of(ids));
    }

    @Override
    public List<Ticket> findNext(Id<Project> project, int number, int limit) {
        return read(
                select + " WHERE project_id = ? AND number > ? AND deleted_at IS NULL ORDER BY number LIMIT ?",
                project,
                number,
                limit);
    }

    @Override
    public Map<Id<Ticket>, Id<Ticket>> parents(Id<Project> project) {
        Map<Id<Ticket>, Id<Ticket>> parents = new HashMap<>();
        findChildren(project).forEach(child -> parents.put(new Id<>(child.id()), new Id<>(child.parentId())));
        return parents;
    }

    @Override
    public void adopt(Map<Id<Ticket>, Id<Ticket>> parents) {
        sql.batch(
                "UPDATE tickets SET parent_id = ? WHERE id = ?",
                parents.entrySet().stream()
                        .map(pair -> new @Nullable Object[] {pair.getValue(), pair.getKey()})
                        .toList());
    }

    @Override
    public boolean isSelfOrAncestor(Id<Ticket> ancestor, Id<Ticket> ticket) {
        return countUpwards(ancestor, ticket) > 0;
    }

    /** Opens what an import has shown and not opened yet: it is the one that lives with the mark of a deletion. */
    @Query("""
            UPDATE tickets SET deletion_id = NULL, version = version + 1,
                   status = CASE WHEN status = 'BLOCKED' THEN 'OPEN' ELSE status END
             WHERE project_id = :project AND deleted_at IS NULL AND deletion_id IS NOT NULL
            """)
    abstract void release(Id<Project> project);

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        release(project);
        deletions.delete(deletion, "project_id = ?", project);
    }

    @Override
    public void restoreByProject(Id<Project> project, Deletion deletion) {
        deletions.restore(deletion, "project_id = ?", project);
    }

    private List<Ticket> read(String query, @Nullable Object... values) {
        return sql.query(query, row -> mapper.toDomain(row.as(TicketRow.class)), values);
    }
}
