package dev.cairn.benchmarks.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plain sqlite-jdbc on one connection, every statement prepared once and kept. */
final class JdbcPeer implements Peer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String OPEN = "OPEN";
    private static final String IN_PROGRESS = "IN_PROGRESS";
    private static final int TICKET_COLUMNS = 28;

    private final Plan plan;
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final Map<Long, State> states = new HashMap<>();
    private final long now;
    private int inserted;

    /** What the next change of a ticket's status needs to know. */
    private record State(long id, String status, @Nullable Long startedAt, long updatedAt, long version) {}

    private record Tree(PlainTicket ticket, List<PlainTask> tasks) {}

    private record Attempt(long queue, long claim, long now) {}

    private record Item(long id, long ticketId, String status, long fencingToken, long claimId, long leaseUntil) {}

    private record Busy(long id, String key, String name, long tickets, long lastActivityAt) {}

    private record Hit(long id, long projectId, String key, String title, String snippet) {}

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    JdbcPeer(Path file, Plan plan, boolean fast) {
        this.plan = plan;
        now = plan.number("now");
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                for (String pragma : plan.text("pragmas").split(";", -1)) {
                    statement.execute("PRAGMA " + pragma);
                }
                statement.execute("PRAGMA synchronous = " + (fast ? "NORMAL" : "FULL"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<Work<?, ?>> work(Operation operation) {
        return Optional.of(
                switch (operation) {
                    case TICKET_BY_ID -> ticketById();
                    case INSERT_ONE -> insertOne();
                    case INSERT_100 -> insertMany(100);
                    case INSERT_1000 -> insertMany(1_000);
                    case READ_1000 -> readMany();
                    case NEWEST_50 -> newest();
                    case NEWEST_50_COUNTS -> newestWithCounts();
                    case PAGE_50_TASKS -> pageWithTasks();
                    case BUSIEST_10 -> busiest();
                    case CHANGE_STATUS -> changeStatus();
                    case CLAIM_NEXT -> claimNext();
                    case SEARCH_20 -> search();
                });
    }

    private Work<?, ?> ticketById() {
        return Work.of(cycled("tickets"), this::find, (sum, ticket) -> ticket.fold(sum));
    }

    private PlainTicket find(long id) {
        return query("ticket_by_id", JdbcPeer::ticket, id).getFirst();
    }

    private Work<?, ?> insertOne() {
        return Work.of(
                _ -> newTicket(),
                ticket ->
                        query("insert_ticket", JdbcPeer::ticket, cells(ticket)).getFirst(),
                (sum, ticket) -> ticket.fold(sum));
    }

    private Work<?, ?> insertMany(int rows) {
        return Work.of(
                _ -> IntStream.range(0, rows).mapToObj(_ -> newTicket()).toList(), this::insertAll, Checksum::number);
    }

    private int insertAll(List<PlainTicket> batch) {
        try {
            statement("begin").execute();
            PreparedStatement insert = statement("insert_ticket_silently");
            for (PlainTicket ticket : batch) {
                bind(insert, cells(ticket));
                insert.addBatch();
            }
            int rows = insert.executeBatch().length;
            statement("commit").execute();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Work<?, ?> readMany() {
        long project = plan.number("big_project");
        return Work.of(
                _ -> project,
                id -> query("read_1000", JdbcPeer::ticket, id, 0),
                (sum, found) -> found.forEach(ticket -> ticket.fold(sum)));
    }

    private Work<?, ?> newest() {
        return Work.of(
                cycled("projects"),
                project -> query("newest_50", JdbcPeer::ticket, project),
                (sum, found) -> found.forEach(ticket -> {
                    sum.number(ticket.id()).text(ticket.key()).text(ticket.title());
                    sum.text(ticket.status()).number(ticket.priority()).texts(ticket.labels());
                    sum.number(ticket.updatedAt()).number(ticket.version());
                }));
    }

    private Work<?, ?> newestWithCounts() {
        return Work.of(
                cycled("projects"),
                project -> query("newest_50_counts", PlainSummary::read, project),
                (sum, found) -> found.forEach(ticket -> ticket.fold(sum)));
    }

    private Work<?, ?> pageWithTasks() {
        return Work.of(
                cycled("projects"),
                this::trees,
                (sum, found) -> found.forEach(tree -> {
                    tree.ticket().fold(sum);
                    tree.tasks().forEach(task -> task.fold(sum));
                }));
    }

    private List<Tree> trees(long project) {
        List<Tree> trees = new ArrayList<>();
        query(
                "page_50_tasks",
                row -> {
                    if (trees.isEmpty() || trees.getLast().ticket().id() != row.getLong(1)) {
                        trees.add(new Tree(ticket(row), new ArrayList<>()));
                    }
                    if (row.getLong(TICKET_COLUMNS + 1) != 0) {
                        trees.getLast().tasks().add(task(row));
                    }
                    return project;
                },
                project);
        return trees;
    }

    private Work<?, ?> busiest() {
        return Work.of(
                i -> i,
                _ -> query(
                        "busiest_10",
                        row -> new Busy(
                                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5))),
                (sum, found) -> found.forEach(busy -> sum.number(busy.id())
                        .text(busy.key())
                        .text(busy.name())
                        .number(busy.tickets())
                        .number(busy.lastActivityAt())));
    }

    private Work<?, ?> changeStatus() {
        IntCycle ids = cycled("status_tickets");
        return new Work<State, State>(
                i -> {
                    State state = states.computeIfAbsent(ids.apply(i), this::state);
                    String next = state.status().equals(OPEN) ? IN_PROGRESS : OPEN;
                    Long started = state.startedAt() == null ? Long.valueOf(now + i) : state.startedAt();
                    long updated = Math.max(state.updatedAt() + 1, now + i);
                    return new State(state.id(), next, started, updated, state.version());
                },
                state -> {
                    long version = query(
                                    "change_status",
                                    row -> row.getLong(1),
                                    state.status(),
                                    state.startedAt(),
                                    null,
                                    state.updatedAt(),
                                    state.id(),
                                    state.version())
                            .getFirst();
                    return new State(state.id(), state.status(), state.startedAt(), state.updatedAt(), version);
                },
                (sum, state) -> sum.number(state.version()),
                state -> states.put(state.id(), state));
    }

    private State state(long id) {
        PlainTicket ticket = find(id);
        return new State(id, ticket.status(), ticket.startedAt(), ticket.updatedAt(), ticket.version());
    }

    private Work<?, ?> claimNext() {
        IntCycle queues = cycled("queues");
        long claims = plan.number("next_id");
        return new Work<Attempt, Item>(
                i -> new Attempt(queues.apply(i), claims + i, now + i),
                attempt -> query(
                                "claim_next",
                                JdbcPeer::item,
                                attempt.claim(),
                                attempt.now() + 60_000,
                                attempt.queue(),
                                attempt.now(),
                                attempt.now(),
                                attempt.now(),
                                attempt.now())
                        .getFirst(),
                (sum, item) -> sum.number(item.id())
                        .number(item.ticketId())
                        .text(item.status())
                        .number(item.fencingToken())
                        .number(item.claimId())
                        .number(item.leaseUntil()),
                item -> execute("put_back", item.id()));
    }

    private Work<?, ?> search() {
        String[] words = plan.words("words");
        return Work.of(
                i -> plan.text("match").formatted(words[i % words.length]),
                match -> query(
                        "search_20",
                        row -> new Hit(
                                row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)),
                        match),
                (sum, hits) -> hits.forEach(hit -> sum.number(hit.id())
                        .number(hit.projectId())
                        .text(hit.key())
                        .text(hit.title())
                        .text(hit.snippet())));
    }

    private PlainTicket newTicket() {
        int i = ++inserted;
        return new PlainTicket(
                plan.number("next_id") + i,
                plan.number("insert_project"),
                i,
                plan.text("insert_key") + "-" + i,
                "TASK",
                "Inserted ticket " + i,
                "Written by one of the peers, which all write the same.",
                OPEN,
                1,
                null,
                null,
                List.of("peers", "insert"),
                List.of("It is stored"),
                List.of(),
                List.of(),
                List.of(),
                30L,
                null,
                plan.number("position_last"),
                "{\"source\":\"peers\",\"n\":" + i + "}",
                null,
                null,
                0,
                now + i,
                now + i,
                null,
                null,
                null);
    }

    private static @Nullable Object[] cells(PlainTicket t) {
        return new @Nullable Object[] {
            t.id(),
            t.projectId(),
            t.number(),
            t.key(),
            t.type(),
            t.title(),
            t.overview(),
            t.status(),
            t.priority(),
            t.assigneeId(),
            t.parentId(),
            json(t.labels()),
            json(t.acceptanceCriteria()),
            json(t.suggestedFileIds()),
            json(t.suggestedAgentIds()),
            json(t.suggestedPromptIds()),
            t.estimatedMinutes(),
            t.dueAt(),
            t.position(),
            t.metadata(),
            t.startedAt(),
            t.completedAt(),
            t.version(),
            t.createdAt(),
            t.updatedAt(),
            t.archivedAt(),
            t.deletedAt(),
            t.deletionId()
        };
    }

    private static PlainTicket ticket(ResultSet row) throws SQLException {
        return new PlainTicket(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getLong(9),
                number(row, 10),
                number(row, 11),
                texts(row.getString(12)),
                texts(row.getString(13)),
                texts(row.getString(14)),
                texts(row.getString(15)),
                texts(row.getString(16)),
                number(row, 17),
                number(row, 18),
                row.getLong(19),
                row.getString(20),
                number(row, 21),
                number(row, 22),
                row.getLong(23),
                row.getLong(24),
                row.getLong(25),
                number(row, 26),
                number(row, 27),
                number(row, 28));
    }

    private static PlainTask task(ResultSet row) throws SQLException {
        int first = TICKET_COLUMNS + 1;
        return new PlainTask(
                row.getLong(first),
                row.getLong(first + 1),
                row.getString(first + 2),
                row.getString(first + 3),
                row.getString(first + 4),
                row.getLong(first + 5),
                number(row, first + 6),
                number(row, first + 7),
                texts(row.getString(first + 8)),
                row.getLong(first + 9),
                row.getLong(first + 10));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                row.getLong("ticket_id"),
                row.getString("status"),
                row.getLong("fencing_token"),
                row.getLong("claim_id"),
                row.getLong("lease_until"));
    }

    static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static List<String> texts(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** The words of this database need no escapes. */
    private static String json(List<String> texts) {
        return texts.isEmpty() ? "[]" : "[\"" + String.join("\",\"", texts) + "\"]";
    }

    private <T> List<T> query(String name, Reader<T> reader, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        try {
            PreparedStatement statement = statement(name);
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private void execute(String name, @Nullable Object... values) {
        try {
            PreparedStatement statement = statement(name);
            bind(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private PreparedStatement statement(String name) throws SQLException {
        PreparedStatement statement = kept.get(name);
        if (statement == null) {
            statement = connection.prepareStatement(plan.text("sql." + name));
            kept.put(name, statement);
        }
        return statement;
    }

    private IntCycle cycled(String name) {
        long[] values = plan.numbers(name);
        return i -> values[i % values.length];
    }

    @FunctionalInterface
    private interface IntCycle extends java.util.function.IntFunction<Long> {}

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
