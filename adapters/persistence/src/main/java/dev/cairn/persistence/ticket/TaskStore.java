package dev.cairn.persistence.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.FirstTasks;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.TaskStatus;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.IdSet;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.ReadBack;
import dev.cairn.persistence.kernel.SharedSql;
import dev.cairn.persistence.kernel.SoftDeletion;
import dev.cairn.persistence.kernel.Store;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The store of tasks and their dependencies: two queries, however many tasks there are. */
@Store
abstract class TaskStore implements TaskRepository, GenericRepository<TaskRow, Long> {
    private static final String COLUMNS = """
            SELECT k.id, k.ticket_id, k.content, k.description, k.status, k.order_index, k.estimated_minutes, k.assignee_id,
                   k.labels, k.created_at, k.updated_at, k.deleted_at, k.deletion_id, k.search_beside
              FROM tasks k WHERE k.deleted_at IS NULL AND k.ticket_id\s""";
    private static final String IN_ORDER = " ORDER BY k.ticket_id, k.order_index, k.id";

    private final TaskMapper mapper;
    private final SharedSql sql;
    private final GuardedFinder<TaskRow> finder;
    private final SoftDeletion deletions;

    TaskStore(TaskMapper mapper, SharedSql sql) {
        this.mapper = mapper;
        this.sql = sql;
        this.finder = sql.finder(
                TaskRow.class, "task", "t.project_id", Function.identity(), "tickets t", "t.id = r.ticket_id");
        this.deletions = sql.softDeletion(TaskRow.class);
    }

    abstract Optional<TaskRow> findByIdAndDeletedAtIsNull(long id);

    abstract List<TaskRow> findByTicketIdAndDeletedAtIsNullOrderByOrderIndexAndId(long ticketId);

    @Query(COLUMNS + IdSet.IN + IN_ORDER)
    abstract List<TaskRow> findOf(String ids);

    /** The index has all that the first ones are found by: no other task is read. */
    @Query("""
            SELECT k.id, k.ticket_id, k.content, k.description, k.status, k.order_index, k.estimated_minutes, k.assignee_id,
                   k.labels, k.created_at, k.updated_at, k.deleted_at, k.deletion_id, k.search_beside
              FROM tasks k
             WHERE k.id IN (SELECT f.id
                              FROM (SELECT s.id, row_number() OVER (PARTITION BY s.ticket_id ORDER BY s.order_index, s.id) AS place
                                      FROM tasks s
                                     WHERE s.deleted_at IS NULL AND s.status = coalesce(:status, s.status)
                                       AND s.ticket_id IN (SELECT t.id FROM tickets t WHERE t.id\s""" + IdSet.IN + " AND "
            + Membership.SEES + "t.project_id" + Membership.SEEN + """
                                       )) f
                             WHERE f.place <= :each)""" + IN_ORDER + " LIMIT :most")
    abstract List<TaskRow> findSeenOf(
            String ids, Id<User> user, @Nullable Id<?> only, @Nullable TaskStatus status, int each, int most);

    abstract List<TaskRow> updateAll(Iterable<TaskRow> rows);

    @Query("""
            UPDATE tasks SET order_index = order_index - 1
             WHERE ticket_id = :ticket AND order_index > :place AND deleted_at IS NULL
            """)
    abstract void closeGap(Id<Ticket> ticket, int place);

    @Query("""
            SELECT d.task_id, d.depends_on_id FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
             WHERE o.deleted_at IS NULL AND d.task_id\s""" + IdSet.IN + " ORDER BY d.task_id, d.depends_on_id")
    abstract List<TaskDependencyRow> findDependencies(String ids);

    @Query("DELETE FROM task_dependencies WHERE task_id " + IdSet.IN)
    abstract void deleteDependencies(String ids);

    @Override
    public Optional<Task> find(Id<Task> id) {
        return findByIdAndDeletedAtIsNull(id.value())
                .map(row -> read(List.of(row)).getFirst());
    }

    @Override
    public Task require(Access access, Id<Task> id) {
        TaskRow row = finder.require(access, "r.deleted_at IS NULL AND r.id = ?", id);
        return read(List.of(row)).getFirst();
    }

    @Override
    public List<Task> findByTicket(Id<Ticket> ticket) {
        return read(findByTicketIdAndDeletedAtIsNullOrderByOrderIndexAndId(ticket.value()));
    }

    @Override
    public List<Task> findByTickets(Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty() ? List.of() : read(findOf(IdSet.of(tickets)));
    }

    @Override
    public List<Task> findFirst(Access access, Collection<Id<Ticket>> tickets, FirstTasks wanted, int most) {
        return tickets.isEmpty()
                ? List.of()
                : read(findSeenOf(
                        IdSet.of(tickets), access.userId(), access.projectId(), wanted.status(), wanted.limit(), most));
    }

    @Override
    public void insertAll(List<Task> tasks) {
        sql.insertAll(TaskRow.class, readable(tasks));
        insertDependencies(tasks);
    }

    @Override
    public void update(Task task) {
        updateAll(List.of(task));
    }

    @Override
    public void updateAll(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        Iterable<TaskRow> rows = readable(tasks);
        Errors.translating(() -> updateAll(rows));
        deleteDependencies(IdSet.of(tasks.stream().map(Task::id).toList()));
        insertDependencies(tasks);
    }

    private List<TaskRow> readable(List<Task> tasks) {
        return tasks.stream()
                .map(task -> ReadBack.row(
                        task,
                        mapper::toRow,
                        row -> mapper.toDomain(row, task.content().dependsOn())))
                .toList();
    }

    @Override
    public void delete(Task task, Deletion deletion) {
        deletions.delete(deletion, "id = ?", task.id());
        closeGap(task.ticketId(), task.orderIndex());
    }

    @Override
    public void deleteByTicket(Id<Ticket> ticket, Deletion deletion) {
        deletions.delete(deletion, "ticket_id = ?", ticket);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        deletions.delete(deletion, "ticket_id IN (SELECT t.id FROM tickets t WHERE t.project_id = ?)", project);
    }

    @Override
    public void restore(Deletion deletion) {
        deletions.restore(deletion);
    }

    private void insertDependencies(List<Task> tasks) {
        List<TaskDependencyRow> rows = tasks.stream()
                .flatMap(task -> task.content().dependsOn().stream()
                        .map(other -> new TaskDependencyRow(task.id().value(), other.value())))
                .toList();
        sql.insertAll(TaskDependencyRow.class, rows);
    }

    private List<Task> read(List<TaskRow> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        String ids = IdSet.of(found.stream().map(row -> new Id<Task>(row.id())).toList());
        Map<Long, List<Id<Task>>> dependencies = findDependencies(ids).stream()
                .collect(Collectors.groupingBy(
                        TaskDependencyRow::taskId,
                        Collectors.mapping(row -> new Id<Task>(row.dependsOnId()), Collectors.toList())));
        return found.stream()
                .map(row -> Errors.reading(
                        row, some -> mapper.toDomain(some, dependencies.getOrDefault(some.id(), List.of()))))
                .toList();
    }
}
