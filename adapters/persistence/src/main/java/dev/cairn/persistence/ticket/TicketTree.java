package dev.cairn.persistence.ticket;

import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.JsonLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ticket with its tasks and what they depend on, by one query (R33). */
final class TicketTree {
    private static final String TASK_COLUMNS = Stream.of(TaskRow.COLUMNS.split(", "))
            .map(column -> "k." + column + " AS task_" + column)
            .collect(Collectors.joining(", "));
    private static final String TICKET_COLUMNS = Stream.of(TicketRow.COLUMNS.split(", "))
            .map(column -> "t." + column)
            .collect(Collectors.joining(", "));

    private final Sql sql;
    private final TicketMapper tickets;
    private final TaskMapper tasks;
    private final String query;

    /** One row of the join. */
    private record Joined(TicketRow ticket, @Nullable Task task) {}

    TicketTree(Sql sql, TicketMapper tickets, TaskMapper tasks) {
        this.sql = sql;
        this.tickets = tickets;
        this.tasks = tasks;
        this.query = """
                SELECT %s, %s,
                       (SELECT %s FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
                         WHERE d.task_id = k.id AND o.deleted_at IS NULL) AS task_depends_on
                  FROM tickets t LEFT JOIN tasks k ON k.ticket_id = t.id AND k.deleted_at IS NULL
                 WHERE t.deleted_at IS NULL AND t.%%s = ?
                 ORDER BY k.order_index, k.id
                """.formatted(TICKET_COLUMNS, TASK_COLUMNS, sql.engine().textArray("d.depends_on_id"));
    }

    Optional<TicketWithTasks> find(TicketRef ref) {
        List<Joined> rows = switch (ref) {
            case TicketRef.ById(Id<Ticket> id) -> sql.query(query.formatted("id"), this::read, id);
            case TicketRef.ByKey(var key) -> sql.query(query.formatted("key"), this::read, key);
        };
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Task> found = new ArrayList<>();
        for (Joined row : rows) {
            if (row.task() != null) {
                found.add(row.task());
            }
        }
        return Optional.of(new TicketWithTasks(tickets.toDomain(rows.getFirst().ticket()), found));
    }

    private Joined read(Cells row) {
        TicketRow ticket = row.as(TicketRow.class);
        if (row.optionalInteger("task_id") == null) {
            return new Joined(ticket, null);
        }
        String dependsOn = row.optionalText("task_depends_on");
        List<Id<Task>> ids = dependsOn == null
                ? List.of()
                : JsonLists.read(dependsOn).stream()
                        .map(id -> new Id<Task>(Long.parseLong(id)))
                        .toList();
        return new Joined(ticket, tasks.toDomain(row.as("task_", TaskRow.class), ids));
    }
}
