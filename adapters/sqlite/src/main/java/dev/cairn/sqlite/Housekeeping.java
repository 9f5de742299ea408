package dev.cairn.sqlite;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does every second what the data source needs beside its users: it sees whether its files are still its own, moves the WAL
 * into the database while nobody writes, ends reads that keep the WAL growing, and lets the engine look at its statistics
 * once an hour.
 */
final class Housekeeping implements AutoCloseable {
    /** The size above which the WAL is cut, and reads older than {@link #READ_MAX} are ended. */
    static final long WAL_MAX = 64L << 20;

    static final Duration READ_MAX = Duration.ofSeconds(5);
    private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final long TICK_MILLIS = 1_000;
    private static final int TICKS_PER_HOUR = 3_600;
    /** Statistics of tables that are nearly empty mislead once they are full; without any, SQLite takes the indexes. */
    private static final long OPTIMIZED_FROM = 4L << 20;

    private final SqliteDataSource source;
    private final SqliteConnection connection;
    private final Path database;
    private final Path wal;
    private final Optional<Object> databaseKey;
    private final ScheduledExecutorService timer;
    private Optional<Object> walKey = Optional.empty();
    private long seen;
    private long moved;
    private int ticks;

    Housekeeping(SqliteDataSource source, Path file, SqliteConnection connection) {
        this.source = source;
        this.connection = connection;
        this.database = file;
        this.wal = new DatabaseFile(file).beside(DatabaseFile.WAL);
        this.databaseKey = PrivateFiles.key(database);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cairn-storage").factory());
    }

    void start() {
        var _ = timer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void tick() {
        try {
            if (watch()) {
                checkpoint();
                source.endReads(size(wal) > WAL_MAX ? READ_MAX : Duration.ofDays(1));
                if (ticks++ % TICKS_PER_HOUR == 0 && size(database) >= OPTIMIZED_FROM) {
                    source.optimize();
                }
            }
        } catch (SQLException | RuntimeException | Error e) { // The timer forgets a task that throws.
            LOG.log(Level.WARNING, "Looking after the database failed and is tried again", e);
        }
    }

    long walBytes() {
        return size(wal);
    }

    /** @return whether the files are still there; otherwise writing has been stopped (P11) */
    synchronized boolean watch() {
        Optional<Object> current = PrivateFiles.key(wal);
        walKey = walKey.isPresent() ? walKey : current;
        boolean same = databaseKey.equals(PrivateFiles.key(database)) && (walKey.isEmpty() || walKey.equals(current));
        if (!same && source.stopWriting()) {
            LOG.log(
                    Level.ERROR,
                    "{0} or its WAL was removed or replaced by another program. Nothing is written any more: stop"
                            + " Cairn, put the files back from a backup, and start it again",
                    database);
        }
        return same;
    }

    /**
     * Moves the WAL into the database once after each time of writing, when nobody has written for a tick; or when the WAL
     * has grown too large.
     */
    private void checkpoint() throws SQLException {
        long writes = source.writes();
        if (size(wal) > WAL_MAX) {
            run("PRAGMA wal_checkpoint(TRUNCATE)");
        } else if (writes == seen && writes != moved) {
            run("PRAGMA wal_checkpoint(PASSIVE)");
            moved = writes;
        }
        seen = writes;
    }

    private void run(String pragma) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(pragma);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                LOG.log(Level.DEBUG, "{0}: {1} of {2} pages", pragma, result.getInt(3), result.getInt(2));
            }
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() throws SQLException {
        timer.close();
        connection.close();
    }
}
