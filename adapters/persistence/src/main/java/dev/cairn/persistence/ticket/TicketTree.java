package dev.cairn.persistence.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.JsonScanner;
import dev.cairn.persistence.jdbc.RowType;
import dev.cairn.persistence.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tickets with their tasks and what those depend on, by one query (R33): the tasks come as one JSON text, which costs
 * half of a join that repeats the ticket in every row.
 */
final class TicketTree {
    private final Sql sql;
    private final TicketMapper tickets;
    private final TaskMapper tasks;
    private final RowType<TaskRow> taskRows;
    /** The columns of a ticket {@code t} and its tasks. */
    private final String columns;

    TicketTree(Sql sql, TicketMapper tickets, TaskMapper tasks) {
        this.sql = sql;
        this.tickets = tickets;
        this.tasks = tasks;
        this.taskRows = sql.type(TaskRow.class);
        String dependsOn = """
                (SELECT %s FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
                  WHERE d.task_id = k.id AND o.deleted_at IS NULL)""".formatted(sql.engine().aggregate("d.depends_on_id ORDER BY d.depends_on_id"));
        this.columns = """
                %s, (SELECT %s FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS tasks""".formatted(
                        sql.type(TicketRow.class).select("t"),
                        sql.engine().aggregate(taskRows.jsonArray("k", dependsOn) + " ORDER BY k.order_index, k.id"));
    }

    String columns() {
        return columns;
    }

    Optional<TicketWithTasks> find(TicketRef ref) {
        String query = "SELECT " + columns + " FROM tickets t WHERE t.deleted_at IS NULL AND t.";
        List<TicketWithTasks> found = switch (ref) {
            case TicketRef.ById(Id<Ticket> id) -> sql.query(query + "id = ?", this::read, id);
            case TicketRef.ByKey(var key) -> sql.query(query + "key = ?", this::read, key);
        };
        return found.stream().findFirst();
    }

    TicketWithTasks read(Cells row) {
        Ticket ticket = tickets.toDomain(row.as(TicketRow.class));
        JsonScanner json = row.json("tasks");
        return new TicketWithTasks(ticket, json == null ? List.of() : tasks(json));
    }

    private List<Task> tasks(JsonScanner json) {
        List<Task> found = new ArrayList<>();
        for (boolean more = json.enter(); more; more = json.next()) {
            json.enter();
            TaskRow row = taskRows.read(json);
            json.next();
            found.add(tasks.toDomain(row, dependsOn(json)));
            json.next();
        }
        return found;
    }

    /** The engines agree neither on whether an array inside another is text, nor on whether an empty one is null. */
    private static List<Id<Task>> dependsOn(JsonScanner json) {
        if (json.isNull()) {
            return List.of();
        }
        if (json.isText()) {
            return ids(new JsonScanner(json.text().getBytes(StandardCharsets.UTF_8)));
        }
        return ids(json);
    }

    private static List<Id<Task>> ids(JsonScanner json) {
        List<Id<Task>> ids = new ArrayList<>();
        for (boolean more = json.enter(); more; more = json.next()) {
            ids.add(new Id<>(json.integer()));
        }
        return ids;
    }
}
