package dev.cairn.benchmarks.operation;

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
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;

/** The floor: sqlite-jdbc on the same schema and PRAGMAs, one connection, statements kept, every result stepped to its end. */
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public class PlainBenchmark extends Measured {
    private static final String SELECT = "SELECT " + PlainTicket.COLUMNS + " FROM tickets t";
    private static final String NEWEST =
            " WHERE project_id = ? AND deleted_at IS NULL AND archived_at IS NULL ORDER BY created_at DESC, id DESC LIMIT "
                    + PAGE;
    private static final String TASKS = """
            (SELECT json_group_array(json_array(k.id, k.content, k.description, k.status, k.order_index, k.labels) ORDER BY k.order_index)
               FROM tasks k WHERE k.ticket_id = t.id AND k.deleted_at IS NULL) AS tasks""";
    private static final String BUSIEST_PROJECTS = """
            SELECT p.id, p.key, p.name, sum(c.n) AS tickets,
                   (SELECT a.at FROM activity a WHERE a.project_id = p.id ORDER BY a.seq DESC LIMIT 1)
              FROM projects p JOIN project_counts c ON c.project_id = p.id AND c.kind NOT IN ('OPEN_TASKS', 'QUEUE_DEPTH')
             GROUP BY p.id ORDER BY tickets DESC, p.id LIMIT ?""";
    private static final String CLAIM = """
            UPDATE queue_items SET status = 'CLAIMED', fencing_token = fencing_token + 1, claim_id = ?, lease_until = ?
             WHERE id = (SELECT i.id FROM queue_items i
                          WHERE i.queue_id = ? AND i.status IN ('READY', 'CLAIMED') AND i.status = 'READY' AND i.run_at <= ?
                          ORDER BY i.priority DESC, i.position, i.enqueued_at, i.id LIMIT 1)
            RETURNING id, ticket_id, status, priority, position, fencing_token, lease_until""";
    private static final String PUT_BACK =
            "UPDATE queue_items SET status = 'READY', claim_id = NULL, lease_until = NULL WHERE id = ?";
    private static final String SEARCH = """
            SELECT rowid, snippet(search_index, 1, '<mark>', '</mark>', '…', 24) FROM search_index
             WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT ?""";
    private static final String CHANGE_STATUS =
            "UPDATE tickets SET status = ?, updated_at = ?, version = version + 1 WHERE id = ? AND version = ?";

    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private Connection connection;
    private long[] queueIds;
    private long lastId;

    @Override
    void start() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement pragma = connection.createStatement()) {
            for (String setting : List.of(
                    "journal_mode = wal",
                    "synchronous = " + synchronous,
                    "foreign_keys = 1",
                    "temp_store = 2",
                    "cache_size = -16000")) {
                pragma.execute("PRAGMA " + setting);
            }
        }
        queueIds = longs(connection, "SELECT id FROM queues");
        lastId = longs(connection, "SELECT max(max(id), (SELECT max(id) FROM tasks)) FROM tickets")[0] + (1L << 40);
    }

    @Override
    void stop() throws SQLException {
        connection.close();
    }

    @Benchmark
    public PlainTicket ticketById() throws SQLException {
        return ticket(anyTicket());
    }

    @Benchmark
    public PlainTicket insertOne() throws SQLException {
        PreparedStatement insert = statement(PlainTicket.INSERT + " RETURNING " + PlainTicket.COLUMNS);
        PlainTicket.bind(insert, ++lastId, projectIds[0], nextNumber());
        return tickets(insert, false).getFirst();
    }

    @Benchmark
    public int[] insert100() throws SQLException {
        return insert(100);
    }

    @Benchmark
    public int[] insert1000() throws SQLException {
        return insert(1_000);
    }

    @Benchmark
    public List<PlainTicket> read1000() throws SQLException {
        String ids = LongStream.of(ticketIds).limit(1_000).mapToObj(_ -> "?").collect(Collectors.joining(","));
        PreparedStatement select = statement(SELECT + " WHERE deleted_at IS NULL AND id IN (" + ids + ")");
        for (int i = 0; i < 1_000; i++) {
            select.setLong(i + 1, ticketIds[i]);
        }
        return tickets(select, false);
    }

    @Benchmark
    public List<PlainTicket> newest50() throws SQLException {
        PreparedStatement select = statement(SELECT + NEWEST);
        select.setLong(1, anyProject());
        return tickets(select, false);
    }

    /** The tasks as one JSON text, which is not parsed here. */
    @Benchmark
    public List<PlainTicket> page50WithTasks() throws SQLException {
        PreparedStatement select =
                statement("SELECT " + PlainTicket.COLUMNS + ", " + TASKS + " FROM tickets t" + NEWEST);
        select.setLong(1, anyProject());
        return tickets(select, true);
    }

    @Benchmark
    public List<String> busiest10() throws SQLException {
        PreparedStatement select = statement(BUSIEST_PROJECTS);
        select.setInt(1, BUSIEST);
        return texts(select, 3);
    }

    @Benchmark
    public int changeStatus() throws SQLException {
        send("BEGIN IMMEDIATE");
        PlainTicket ticket = ticket(anyTicket());
        PreparedStatement update = statement(CHANGE_STATUS);
        update.setString(1, ticket.status().equals("OPEN") ? "IN_PROGRESS" : "OPEN");
        update.setLong(2, System.currentTimeMillis());
        update.setLong(3, ticket.id());
        update.setLong(4, ticket.version());
        int changed = update.executeUpdate();
        send("COMMIT");
        return changed;
    }

    /** The claim, and the item put back so that the next one finds the same queue. */
    @Benchmark
    public List<String> claimAndPutBack() throws SQLException {
        long now = System.currentTimeMillis();
        send("BEGIN IMMEDIATE");
        PreparedStatement claim = statement(CLAIM);
        claim.setLong(1, now);
        claim.setLong(2, now + 60_000);
        claim.setLong(3, queueIds[ThreadLocalRandom.current().nextInt(queueIds.length)]);
        claim.setLong(4, now);
        List<String> item = texts(claim, 1);
        PreparedStatement putBack = statement(PUT_BACK);
        putBack.setLong(1, Long.parseLong(item.getFirst()));
        putBack.executeUpdate();
        send("COMMIT");
        return item;
    }

    @Benchmark
    public List<String> search20() throws SQLException {
        PreparedStatement select = statement(SEARCH);
        select.setString(1, SEARCHED);
        select.setInt(2, HITS);
        return texts(select, 2);
    }

    private PlainTicket ticket(long id) throws SQLException {
        PreparedStatement select = statement(SELECT + " WHERE id = ? AND deleted_at IS NULL");
        select.setLong(1, id);
        return tickets(select, false).getFirst();
    }

    private int[] insert(int count) throws SQLException {
        send("BEGIN IMMEDIATE");
        PreparedStatement insert = statement(PlainTicket.INSERT);
        for (int i = 0; i < count; i++) {
            PlainTicket.bind(insert, ++lastId, projectIds[0], nextNumber());
            insert.addBatch();
        }
        int[] inserted = insert.executeBatch();
        send("COMMIT");
        return inserted;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    private void send(String sql) throws SQLException {
        statement(sql).execute();
    }

    private static List<PlainTicket> tickets(PreparedStatement query, boolean withTasks) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<PlainTicket> found = new ArrayList<>();
            while (rows.next()) {
                found.add(PlainTicket.read(rows, withTasks));
            }
            return found;
        }
    }

    private static List<String> texts(PreparedStatement query, int column) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(column));
            }
            return found;
        }
    }
}
