package dev.cairn.sqlite;

import static org.sqlite.SQLiteErrorCode.SQLITE_BUSY;
import static org.sqlite.SQLiteErrorCode.SQLITE_READONLY;

import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one connection that writes, in the order of arrival, and a few that read, by {@link #take}: nobody ever waits
 * for a lock inside SQLite (JNI pins the carrier).
 */
public final class SqliteDataSource implements DataSource, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SqliteDataSource.class.getName());
    private static final int READERS = 4;
    private static final int WAIT_SECONDS = 30;
    /** The longest wait of the close for what is being written or read. */
    private static final int CLOSE_SECONDS = 5;

    private final StatementLog log = new StatementLog();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Path file;
    private final boolean fast;
    private volatile SqliteConnection writer;
    private volatile boolean writerBroken;
    /** The one that was given back last is taken first: its pages and statements are at hand. */
    private final BlockingDeque<SqliteConnection> idle = new LinkedBlockingDeque<>(READERS);

    private final List<SqliteConnection> readers = new ArrayList<>(READERS);
    private final Housekeeping housekeeping;
    private final AtomicLong writes = new AtomicLong();
    private volatile boolean stopped;
    private volatile boolean closed;
    private volatile long writingSince;

    /** @throws SqlFailure when the file cannot be opened */
    public SqliteDataSource(Path file, boolean fast) {
        this.file = file;
        this.fast = fast;
        writer = SqliteConnection.writer(file, fast, log);
        boolean opened = false;
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(SqliteConnection.reader(file, log));
            }
            idle.addAll(readers);
            housekeeping = new Housekeeping(this, file, SqliteConnection.keeper(file, log));
            opened = true;
        } finally {
            if (!opened) {
                abandon();
            }
        }
        housekeeping.start();
    }

    @Override
    public Connection getConnection() {
        throw new UnsupportedOperationException("A connection is taken to write or to read, and given back");
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    /**
     * Waits for the writer or for a reader; it goes back by {@link #giveBack}.
     *
     * @throws IllegalStateException when this is closed
     */
    public Connection take(boolean readOnly) throws SQLException {
        requireOpen();
        try {
            SqliteConnection taken;
            if (readOnly) {
                taken = reader();
            } else {
                if (writing.isHeldByCurrentThread()) {
                    throw new SQLException("This thread writes already: two connections would wait for each other");
                }
                taken = writing.tryLock(WAIT_SECONDS, TimeUnit.SECONDS) ? writer() : null;
                if (taken != null) {
                    writingSince = System.nanoTime();
                }
            }
            if (taken == null) {
                throw SqliteErrors.of(SQLITE_BUSY, "No connection became free in " + WAIT_SECONDS + " s");
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            SQLException interrupted = SqliteErrors.of(SQLITE_BUSY, "Interrupted while waiting for a connection");
            interrupted.initCause(e);
            throw interrupted;
        }
    }

    private @Nullable SqliteConnection reader() throws InterruptedException {
        SqliteConnection taken = idle.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (taken != null && closed) {
            idle.addFirst(taken); // For the next that waits, which is refused too.
            requireOpen();
        }
        if (taken != null) {
            taken.begin();
        }
        return taken;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("This Cairn is closed");
        }
    }

    private SqliteConnection writer() throws SQLException {
        if (closed) {
            writing.unlock();
            requireOpen();
        }
        if (stopped) {
            writing.unlock();
            throw SqliteErrors.of(SQLITE_READONLY, "The database file was replaced or removed");
        }
        if (writerBroken) {
            try {
                reopenWriter();
            } catch (SqlFailure e) {
                writing.unlock();
                throw e;
            }
        }
        return writer;
    }

    public void giveBack(Connection taken) {
        if (taken != writer) {
            SqliteConnection reader = (SqliteConnection) taken;
            reader.end();
            idle.addFirst(reader);
            return;
        }
        writes.incrementAndGet();
        writingSince = 0;
        try {
            if (writerBroken && !closed) {
                reopenWriter();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Has the writer closed and opened again when it is given back, as its state is not to be trusted any more. */
    public void replaceWriter() {
        writerBroken = true;
    }

    /** Opens the writer again. It stays broken while the file cannot be opened; each use tries again. */
    private void reopenWriter() {
        try {
            writer.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The broken writer could not be closed", e);
        }
        writer = SqliteConnection.writer(file, fast, log);
        writerBroken = false;
    }

    /** Whether the file that was opened still is the one of this name; once it is not, nothing is written any more (P11). */
    public boolean isFileThere() {
        return !stopped && housekeeping.watch();
    }

    /** Returns how long the current writer has been writing; zero when there is none. */
    public Duration writingFor() {
        long since = writingSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Returns the number of connections: one that writes, and the readers. */
    public int connections() {
        return 1 + readers.size();
    }

    /** Returns the number of idle connections. */
    public int idle() {
        return idle.size() + (writing.isLocked() ? 0 : 1);
    }

    /** Returns the size of the write-ahead log in bytes. */
    public long walBytes() {
        return housekeeping.walBytes();
    }

    /** Answers how often the writer was used. */
    long writes() {
        return writes.get();
    }

    /** @return whether it was writing until now */
    boolean stopWriting() {
        boolean first = !stopped;
        stopped = true;
        return first;
    }

    /** Ends reads that began longer ago than {@code age}. */
    void endReads(Duration age) throws SQLException {
        for (SqliteConnection reader : readers) {
            reader.endIfOlder(age);
        }
    }

    /** Lets the engine renew its statistics where that is worth it. */
    void optimize() throws SQLException {
        Connection connection = take(false);
        try (PreparedStatement statement = connection.prepareStatement("PRAGMA optimize")) {
            statement.execute();
        } finally {
            giveBack(connection);
        }
    }

    /** Answers the log that tells of every statement that runs. */
    public StatementLog log() {
        return log;
    }

    /** Waits for what is being written and read, for a short while; nothing is written or read afterwards. */
    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        housekeeping.close();
        closed = true;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        boolean held = false;
        List<SqliteConnection> free = new ArrayList<>(READERS);
        try {
            held = writing.tryLock(CLOSE_SECONDS, TimeUnit.SECONDS);
            while (free.size() < READERS) {
                SqliteConnection reader = idle.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (reader == null) {
                    break;
                }
                free.add(reader);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            closeConnections();
        } finally {
            idle.addAll(free); // Whoever waits for one is woken, and refused.
            if (held) {
                writing.unlock();
            }
        }
    }

    private void abandon() {
        try {
            closeConnections();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "A file that could not be opened could not be closed", e);
        }
    }

    private void closeConnections() throws SQLException {
        endReads(Duration.ZERO);
        for (SqliteConnection reader : readers) {
            reader.close();
        }
        writer.close();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public java.util.logging.Logger getParentLogger() {
        return java.util.logging.Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
