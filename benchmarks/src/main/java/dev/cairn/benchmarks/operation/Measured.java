package dev.cairn.benchmarks.operation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the three levels share: a copy of the data, how it is opened, and which rows are asked for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"})
@SuppressWarnings("NullAway.Init") // JMH calls open() first
public abstract class Measured {
    static final String SEARCHED = "cache layout";
    static final int HITS = 20;
    static final int BUSIEST = 10;
    static final int PAGE = 50;
    private static final int NUMBER_FIRST = 1_000_000;

    @Param({"10000", "100000"})
    int tickets;

    /** As SQLite's {@code synchronous}: what a comparison with others uses, or what survives a power cut. */
    @Param({"NORMAL"})
    Durability synchronous;

    /** The two ways to commit. */
    public enum Durability {
        NORMAL,
        FULL
    }

    Path file;
    long[] ticketIds;
    long[] projectIds;
    private final AtomicInteger number = new AtomicInteger(NUMBER_FIRST);

    @Setup(Level.Trial)
    public void open() throws IOException, SQLException {
        file = Dataset.copy(tickets);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            ticketIds = longs(connection, "SELECT id FROM tickets ORDER BY id");
            projectIds = longs(connection, "SELECT id FROM projects ORDER BY id");
        }
        start();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException, SQLException {
        stop();
        Dataset.remove(file);
    }

    abstract void start() throws SQLException;

    abstract void stop() throws SQLException;

    final boolean durable() {
        return synchronous == Durability.FULL;
    }

    final long anyTicket() {
        return ticketIds[ThreadLocalRandom.current().nextInt(ticketIds.length)];
    }

    final long anyProject() {
        return projectIds[ThreadLocalRandom.current().nextInt(projectIds.length)];
    }

    final int nextNumber() {
        return number.getAndIncrement();
    }

    static long[] longs(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var values = java.util.stream.LongStream.builder();
            while (rows.next()) {
                values.add(rows.getLong(1));
            }
            return values.build().toArray();
        }
    }
}
