package dev.cairn.sqlite;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.jdbc4.JDBC4Connection;

/** A connection with its PRAGMAs set and read back, which keeps the statements it has prepared. */
final class SqliteConnection extends JDBC4Connection {
    private static final int STATEMENTS_KEPT = 256;
    /** Opens without CREATE: a file that is gone does not come back empty. */
    private static final String READ_WRITE = "2";

    private static final String VERSION_LEAST = "3.51.3";

    /** Keeps idle statements by SQL, the longest unused first. */
    private final Map<String, Deque<KeptStatement>> kept = new LinkedHashMap<>(STATEMENTS_KEPT, 0.75f, true);

    private final StatementLog log;
    private int keptCount;
    private boolean closing;
    private volatile long begun;
    private volatile boolean inUse;
    private volatile boolean expired;

    private SqliteConnection(Path file, Properties properties, StatementLog log) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), properties);
        this.log = log;
    }

    static SqliteConnection writer(Path file, boolean fast, StatementLog log) {
        return open(
                file,
                log,
                Map.of(
                        "synchronous", fast ? "1" : "2",
                        "busy_timeout", "5000",
                        "cache_size", "-16000",
                        "wal_autocheckpoint", "1000"));
    }

    static SqliteConnection reader(Path file, StatementLog log) {
        return open(
                file,
                log,
                Map.of(
                        "busy_timeout", "250",
                        "cache_size", "-4000",
                        "wal_autocheckpoint", "0",
                        "query_only", "1"));
    }

    /** Opens a connection for checkpoints, which never waits. */
    static SqliteConnection keeper(Path file, StatementLog log) {
        return open(file, log, Map.of("busy_timeout", "0", "wal_autocheckpoint", "0", "query_only", "1"));
    }

    /** @throws SqlFailure when it cannot be opened, or the engine is not the one that is needed */
    private static SqliteConnection open(Path file, StatementLog log, Map<String, String> own) {
        Properties properties = new Properties();
        properties.setProperty("jdbc.get_generated_keys", "false");
        properties.setProperty("open_mode", READ_WRITE);
        try {
            SqliteConnection connection = new SqliteConnection(file, properties, log);
            connection.requireVersion();
            connection.set("journal_mode", "wal");
            connection.set("foreign_keys", "1");
            connection.set("temp_store", "2");
            connection.set("journal_size_limit", String.valueOf(64L << 20));
            connection.set("trusted_schema", "0");
            connection.set("cell_size_check", "1");
            for (Map.Entry<String, String> pragma : own.entrySet()) {
                connection.set(pragma.getKey(), pragma.getValue());
            }
            return connection;
        } catch (SQLException e) {
            throw new SqlFailure(new SQLException(file + " cannot be opened", e.getSQLState(), e.getErrorCode(), e));
        }
    }

    private void requireVersion() throws SQLException {
        String version = libversion();
        if (Runtime.Version.parse(version).compareTo(Runtime.Version.parse(VERSION_LEAST)) < 0) {
            throw refused("SQLite %s is needed, this is %s".formatted(VERSION_LEAST, version));
        }
    }

    private static SqlFailure refused(String why) {
        return new SqlFailure(new SQLException(why));
    }

    private void set(String pragma, String value) throws SQLException {
        try (Statement statement = createStatement()) {
            statement.execute("PRAGMA " + pragma + " = " + value);
            try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
                String actual = row.next() ? row.getString(1) : null;
                if (!value.equals(actual)) {
                    throw refused("PRAGMA %s is %s, not %s".formatted(pragma, actual, value));
                }
            }
        }
    }

    /**
     * Answers true, as transactions are sent as SQL; asked for its own, the driver would try a BEGIN and a COMMIT after
     * every statement that returns no row.
     */
    @Override
    public boolean getAutoCommit() {
        return false;
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        if (expired && !sql.equals("ROLLBACK")) {
            throw SqliteErrors.of(SQLiteErrorCode.SQLITE_INTERRUPT, "The read took too long");
        }
        Deque<KeptStatement> idle = kept.get(sql);
        KeptStatement statement = idle == null ? null : idle.pollFirst();
        if (statement != null) {
            keptCount--;
            statement.reopen();
            return statement;
        }
        return new KeptStatement(this, sql);
    }

    /** @return whether the statement is kept; otherwise it closes */
    boolean keep(KeptStatement statement, String sql) throws SQLException {
        if (closing) {
            return false;
        }
        if (keptCount >= STATEMENTS_KEPT) {
            discardEldest();
        }
        kept.computeIfAbsent(sql, _ -> new ArrayDeque<>(1)).addFirst(statement);
        keptCount++;
        return true;
    }

    /** Begins a use by a reader. */
    void begin() {
        begun = System.nanoTime();
        inUse = true;
    }

    void end() {
        inUse = false;
        expired = false;
    }

    /** Interrupts a use older than this, and refuses statements until the connection is given back; another thread calls it. */
    void endIfOlder(Duration age) throws SQLException {
        if (inUse && System.nanoTime() - begun > age.toNanos()) {
            expired = true;
            getDatabase().interrupt();
        }
    }

    void ran(String sql, long nanos) {
        log.ran(this, sql, nanos);
    }

    private void discardEldest() throws SQLException {
        Iterator<Deque<KeptStatement>> eldest = kept.values().iterator();
        while (eldest.hasNext()) {
            KeptStatement statement = eldest.next().pollLast();
            if (statement != null) {
                keptCount--;
                statement.discard();
                return;
            }
            eldest.remove();
        }
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        for (Deque<KeptStatement> idle : kept.values()) {
            for (KeptStatement statement : idle) {
                statement.discard();
            }
        }
        kept.clear();
        super.close();
    }
}
