package dev.cairn.persistence.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Deletion;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.project.Project;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.TaskRepository;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.persistence.jdbc.Errors;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.Membership;
import dev.cairn.persistence.kernel.ReadBack;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of tasks and of what they depend on: two queries, however many tasks there are. */
@Singleton
final class TaskStore implements TaskRepository {
    private static final String DEPENDENCIES = """
            SELECT d.task_id, d.depends_on_id FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
             WHERE o.deleted_at IS NULL AND d.task_id IN\s""";
    private static final String CLOSE_GAP = """
            UPDATE tasks SET order_index = order_index - 1
             WHERE ticket_id = ? AND order_index > ? AND deleted_at IS NULL
            """;
    private static final String DELETE =
            "UPDATE tasks SET deleted_at = ?, deletion_id = ? WHERE deleted_at IS NULL AND ";

    private final TaskRows rows;
    private final TaskMapper mapper;
    private final Sql sql;
    private final String select;
    private final GuardedFinder<TaskRow> finder;

    TaskStore(TaskRows rows, TaskMapper mapper, Sql sql) {
        this.rows = rows;
        this.mapper = mapper;
        this.sql = sql;
        this.select = "SELECT " + sql.type(TaskRow.class).select("k") + " FROM tasks k WHERE deleted_at IS NULL AND ";
        this.finder = new GuardedFinder<>(
                sql,
                "task",
                sql.type(TaskRow.class).select("k"),
                "tasks k" + sql.engine().join("tickets t", "t.id = k.ticket_id"),
                "t.project_id",
                row -> row.as(TaskRow.class));
    }

    @Override
    public Optional<Task> find(Id<Task> id) {
        return read("id = ?", id).stream().findFirst();
    }

    @Override
    public Task require(Access access, Id<Task> id) {
        TaskRow row = finder.require(access, "k.deleted_at IS NULL AND k.id = ?", id);
        return withDependencies(List.of(row)).getFirst();
    }

    @Override
    public List<Task> findByTicket(Id<Ticket> ticket) {
        return read("ticket_id = ? ORDER BY order_index, id", ticket);
    }

    @Override
    public List<Task> findByTickets(Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : read("ticket_id IN " + sql.engine().ids() + " ORDER BY ticket_id, order_index, id", Sql.ids(tickets));
    }

    @Override
    public List<Task> findByTickets(Access access, Collection<Id<Ticket>> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : read(
                        "ticket_id IN (SELECT t.id FROM tickets t WHERE t.id IN "
                                + sql.engine().ids() + " AND " + Membership.sees("t.project_id")
                                + ") ORDER BY ticket_id, order_index, id",
                        Sql.ids(tickets),
                        access.userId(),
                        access.projectId());
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
        try {
            rows.updateAll(readable(tasks));
        } catch (RuntimeException e) {
            throw Errors.translate(e);
        }
        sql.batch(
                "DELETE FROM task_dependencies WHERE task_id = ?",
                tasks.stream().map(task -> new @Nullable Object[] {task.id()}).toList());
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
        sql.update(DELETE + "id = ?", deletion.at(), deletion.id(), task.id());
        sql.update(CLOSE_GAP, task.ticketId(), task.orderIndex());
    }

    @Override
    public void deleteByTicket(Id<Ticket> ticket, Deletion deletion) {
        sql.update(DELETE + "ticket_id = ?", deletion.at(), deletion.id(), ticket);
    }

    @Override
    public void deleteByProject(Id<Project> project, Deletion deletion) {
        sql.update(
                DELETE + "ticket_id IN (SELECT t.id FROM tickets t WHERE t.project_id = ?)",
                deletion.at(),
                deletion.id(),
                project);
    }

    @Override
    public void restore(Deletion deletion) {
        sql.update("UPDATE tasks SET deleted_at = NULL, deletion_id = NULL WHERE deletion_id = ?", deletion.id());
    }

    private void insertDependencies(List<Task> tasks) {
        List<@Nullable Object[]> pairs = new ArrayList<>();
        for (Task task : tasks) {
            for (Id<Task> dependency : task.content().dependsOn()) {
                pairs.add(new @Nullable Object[] {task.id(), dependency});
            }
        }
        sql.insertAll("INSERT INTO task_dependencies (task_id, depends_on_id)", pairs);
    }

    private List<Task> read(String condition, @Nullable Object... values) {
        return withDependencies(sql.rows(TaskRow.class, select + condition, values));
    }

    private List<Task> withDependencies(List<TaskRow> found) {
        Map<Long, List<Id<Task>>> dependencies = dependencies(found);
        return found.stream()
                .map(row -> mapper.toDomain(row, dependencies.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Id<Task>>> dependencies(List<TaskRow> found) {
        Map<Long, List<Id<Task>>> dependencies = new HashMap<>();
        if (found.isEmpty()) {
            return dependencies;
        }
        sql.query(
                DEPENDENCIES + sql.engine().ids() + " ORDER BY d.task_id, d.depends_on_id",
                row -> dependencies
                        .computeIfAbsent(row.integer("task_id"), _ -> new ArrayList<>())
                        .add(row.id("depends_on_id")),
                Sql.ids(found.stream().map(row -> new Id<Task>(row.id())).toList()));
        return dependencies;
    }
}
