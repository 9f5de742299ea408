package dev.cairn.history;

import dev.cairn.domain.kernel.Id;
import dev.cairn.history.World.Claim;
import dev.cairn.history.World.Item;
import dev.cairn.history.World.Task;
import dev.cairn.history.World.Ticket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the tables say of a project, and what the model says, in the same words. */
final class Tables implements AutoCloseable {
    private static final String TICKETS = """
            SELECT id, status, priority, parent_id, archived_at IS NOT NULL AS archived, deleted_at IS NOT NULL AS deleted
              FROM tickets WHERE project_id = ?""";
    private static final String TASKS = """
            SELECT k.id, k.status, k.order_index, k.deleted_at IS NOT NULL AS deleted
              FROM tasks k JOIN tickets t ON t.id = k.ticket_id WHERE t.project_id = ?""";
    private static final String ITEMS = """
            SELECT i.id, i.status, i.group_id, i.priority, i.position, i.run_at, i.attempts, i.stalls, i.fencing_token, i.lease_until
              FROM queue_items i JOIN queues q ON q.id = i.queue_id WHERE q.project_id = ?""";
    private static final String CLAIMS = """
            SELECT c.id, c.item_id, c.fencing_token, c.outcome, c.item_status
              FROM queue_claims c JOIN queue_items i ON i.id = c.item_id JOIN queues q ON q.id = i.queue_id
             WHERE q.project_id = ?""";

    private final Connection connection;

    Tables(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** What is there, by name. */
    Map<String, String> read(Product product) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        Names tickets = new Names("t", product.tickets);
        Names tasks = new Names("k", product.tasks);
        Names items = new Names("i", product.items);
        Names claims = new Names("c", product.claims);
        rows(
                product,
                TICKETS,
                row -> found.put(
                        tickets.of(row.number("id")),
                        "%s priority %d parent %s%s%s"
                                .formatted(
                                        Objects.requireNonNull(row.text("status")),
                                        row.number("priority"),
                                        tickets.of(row.number("parent_id")),
                                        row.number("archived") == 1 ? " archived" : "",
                                        row.number("deleted") == 1 ? " deleted" : "")));
        rows(
                product,
                TASKS,
                row -> found.put(
                        tasks.of(row.number("id")),
                        row.text("status")
                                + (row.number("deleted") == 1 ? " deleted" : " order " + row.number("order_index"))));
        rows(
                product,
                ITEMS,
                row -> found.put(
                        items.of(row.number("id")),
                        item(
                                Objects.requireNonNull(row.text("status")),
                                items.of(row.number("group_id")),
                                row.number("priority"),
                                row.number("position"),
                                row.number("run_at"),
                                row.number("lease_until"),
                                "attempts %d stalls %d token %d"
                                        .formatted(
                                                row.number("attempts"),
                                                row.number("stalls"),
                                                row.number("fencing_token")))));
        rows(
                product,
                CLAIMS,
                row -> found.put(
                        claims.of(row.number("id")),
                        "of %s token %d: %s, %s"
                                .formatted(
                                        items.of(row.number("item_id")),
                                        row.number("fencing_token"),
                                        row.text("outcome"),
                                        row.text("item_status"))));
        return found;
    }

    /** The same of the model. */
    static Map<String, String> expected(World world) {
        Map<String, String> expected = new TreeMap<>();
        for (Ticket t : world.tickets) {
            expected.put(
                    "t" + t.number,
                    "%s priority %d parent %s%s%s"
                            .formatted(
                                    t.status,
                                    t.priority,
                                    t.parent == null ? "-" : "t" + t.parent.number,
                                    t.archived ? " archived" : "",
                                    t.deleted() ? " deleted" : ""));
        }
        for (Task k : world.tasks) {
            expected.put("k" + k.number, k.status + (k.deleted() ? " deleted" : " order " + k.order));
        }
        for (Item i : world.items) {
            expected.put(
                    "i" + i.number,
                    item(
                            i.status.name(),
                            i.group == null ? "-" : "i" + i.group.number,
                            i.priority,
                            i.position,
                            i.runAt,
                            i.leaseUntil,
                            "attempts %d stalls %d token %d".formatted(i.attempts, i.stalls, i.token)));
        }
        for (Claim c : world.claims) {
            expected.put(
                    "c" + c.number, "of i%d token %d: %s, %s".formatted(c.item.number, c.token, c.outcome, c.left));
        }
        return expected;
    }

    /** Place and time matter only as long as the item may be handed out. */
    private static String item(
            String status, String group, long priority, long position, long runAt, long leaseUntil, String counts) {
        return status + " group " + group + " " + counts
                + switch (status) {
                    case "READY" -> " priority %d position %d runs at %d".formatted(priority, position, runAt);
                    case "CLAIMED" -> " until " + leaseUntil;
                    default -> "";
                };
    }

    /** Ids by the order in which things were made; {@code -} for none. */
    private record Names(String prefix, Map<Long, Integer> numbers) {
        <T> Names(String prefix, List<Id<T>> ids) {
            this(
                    prefix,
                    IntStream.range(0, ids.size())
                            .boxed()
                            .collect(Collectors.toMap(i -> ids.get(i).value(), Function.identity())));
        }

        String of(long id) {
            return id == 0 ? "-" : numbers.containsKey(id) ? prefix + numbers.get(id) : prefix + "?" + id;
        }
    }

    private record Row(ResultSet row) {
        long number(String column) {
            try {
                return row.getLong(column);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Nullable
        String text(String column) {
            try {
                return row.getString(column);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private interface Reader {
        void read(Row row);
    }

    private void rows(Product product, String sql, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, product.project.value());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(new Row(rows));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
