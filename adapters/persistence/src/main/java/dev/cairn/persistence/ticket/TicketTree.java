package dev.cairn.persistence.ticket;

import dev.cairn.domain.access.Access;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.ticket.ClaimedBy;
import dev.cairn.domain.ticket.ShownTicket;
import dev.cairn.domain.ticket.Task;
import dev.cairn.domain.ticket.Ticket;
import dev.cairn.domain.ticket.TicketRef;
import dev.cairn.domain.ticket.TicketWithTasks;
import dev.cairn.domain.user.User;
import dev.cairn.persistence.jdbc.Cells;
import dev.cairn.persistence.jdbc.JsonScanner;
import dev.cairn.persistence.jdbc.RowType;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.persistence.kernel.GuardedFinder;
import dev.cairn.persistence.kernel.Measured;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads tickets with their tasks and what those depend on, by one query (R33): the tasks come as one JSON text, which costs
 * half of a join that repeats the ticket in every row.
 */
@Measured("ticket by id; page of 50 tickets with their 250 tasks")
final class TicketTree {
    /** The live item {@code i} that hands a ticket out, and its claim {@code c}; the ticket is to follow. */
    static final String HELD = """
            queue_items i JOIN queue_claims c ON c.id = i.claim_id
             WHERE i.status IN ('READY', 'CLAIMED') AND i.status = 'CLAIMED' AND i.ticket_id""";

    private final Sql sql;
    private final TicketMapper tickets;
    private final TaskMapper tasks;
    private final RowType<TaskRow> taskRows;
    /** The columns of a ticket {@code t} and its tasks. */
    private final String columns;

    private final GuardedFinder<TicketWithTasks> finder;
    private final GuardedFinder<ShownTicket> shownFinder;

    TicketTree(Sql sql, String kind, TicketMapper tickets, TaskMapper tasks) {
        this.sql = sql;
        this.tickets = tickets;
        this.tasks = tasks;
        this.taskRows = sql.type(TaskRow.class);
        String dependsOn = """
                CASE WHEN EXISTS (SELECT 1 FROM task_dependencies e WHERE e.task_id = k.id) THEN
                    (SELECT %s FROM task_dependencies d JOIN tasks o ON o.id = d.depends_on_id
                      WHERE d.task_id = k.id AND o.deleted_at IS NULL) END""".formatted(sql.engine().aggregate("d.depends_on_id"));
        // Sorted before they are gathered, which an index does; an ORDER BY in the aggregate sorts once more.
        this.columns = """
                %s, (SELECT %s FROM (SELECT %s AS task FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL
                                      ORDER BY k.order_index, k.id) AS sorted) AS tasks""".formatted(
                        sql.type(TicketRow.class).select("t"),
                        sql.engine().gather("sorted.task"),
                        taskRows.jsonArray("k", dependsOn));
        this.finder = new GuardedFinder<>(sql, kind, columns, "tickets t", "t.project_id", this::read);
        String holder = "(SELECT %s FROM %s = t.id) AS holder"
                .formatted(
                        sql.engine()
                                .jsonArray("c.id, c.label, c.user_id, "
                                        + sql.engine().millis("i.lease_until")),
                        HELD);
        this.shownFinder =
                new GuardedFinder<>(sql, kind, columns + ", " + holder, "tickets t", "t.project_id", this::readShown);
    }

    String columns() {
        return columns;
    }

    TicketWithTasks require(Access access, TicketRef ref) {
        return require(finder, access, ref);
    }

    ShownTicket requireShown(Access access, TicketRef ref) {
        return require(shownFinder, access, ref);
    }

    private static <V> V require(GuardedFinder<V> finder, Access access, TicketRef ref) {
        return switch (ref) {
            case TicketRef.ById(var id) -> finder.require(access, "t.deleted_at IS NULL AND t.id = ?", id);
            case TicketRef.ByKey(var key) -> finder.require(access, "t.deleted_at IS NULL AND t.key = ?", key);
        };
    }

    Optional<TicketWithTasks> find(Id<Ticket> id) {
        String query = "SELECT " + columns + " FROM tickets t WHERE t.deleted_at IS NULL AND t.id = ?";
        return sql.query(query, this::read, id).stream().findFirst();
    }

    Optional<TicketWithTasks> findByTask(Id<Task> task) {
        String query = "SELECT " + columns + " FROM tickets t WHERE t.deleted_at IS NULL AND t.id ="
                + " (SELECT s.ticket_id FROM tasks s WHERE s.id = ? AND s.deleted_at IS NULL)";
        return sql.query(query, this::read, task).stream().findFirst();
    }

    TicketWithTasks read(Cells row) {
        Ticket ticket = tickets.toDomain(row.as(TicketRow.class));
        JsonScanner json = row.json("tasks");
        return new TicketWithTasks(ticket, json == null ? List.of() : tasks(json));
    }

    private ShownTicket readShown(Cells row) {
        JsonScanner holder = row.json("holder");
        return new ShownTicket(read(row), holder == null ? null : holder(holder));
    }

    private static ClaimedBy holder(JsonScanner json) {
        json.enter();
        Id<?> claim = new Id<>(json.integer());
        json.next();
        String label = json.text();
        json.next();
        Id<User> user = json.isNull() ? null : new Id<>(json.integer());
        json.next();
        return new ClaimedBy(label, user, claim, Instant.ofEpochMilli(json.integer()));
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

    /** Reads dependencies: the engines agree neither on whether an array inside another is text, nor on whether an empty one is null. */
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
        ids.sort(Comparator.comparingLong(Id::value));
        return ids;
    }
}
