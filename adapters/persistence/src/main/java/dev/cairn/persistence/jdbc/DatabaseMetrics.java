package dev.cairn.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.cairn.application.metric.Metric;
import dev.cairn.application.metric.Metric.Kind;
import dev.cairn.application.metric.Metric.Sample;
import dev.cairn.application.metric.Metric.Spread;
import dev.cairn.application.metric.MetricSource;
import dev.cairn.sqlite.GroupCommit;
import dev.cairn.sqlite.SqliteDataSource;
import dev.cairn.sqlite.WriteCounts;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Measures the database: values that both engines have, and some of one alone. None of them needs a query. */
@Singleton
final class DatabaseMetrics implements MetricSource {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MICROS_PER_SECOND = 1e6;

    private final DataSource source;
    private final SqlTransactions transactions;
    private final WriteCounters counters;
    private final @Nullable ReadReplica replica;

    DatabaseMetrics(
            DataSource source, SqlTransactions transactions, WriteCounters counters, @Nullable ReadReplica replica) {
        this.replica = replica;
        this.source = DelegatingDataSource.unwrapDataSource(source);
        this.transactions = transactions;
        this.counters = counters;
    }

    @Override
    public List<Metric> metrics() {
        GroupCommit group = transactions.group();
        return group != null && source instanceof SqliteDataSource sqlite
                ? ofSqlite(sqlite, group)
                : source instanceof HikariDataSource pool ? ofPostgres(pool.getHikariPoolMXBean()) : List.of();
    }

    private static List<Metric> ofSqlite(SqliteDataSource source, GroupCommit group) {
        WriteCounts counts = group.counts();
        int idle = source.idle();
        List<Metric> metrics = new ArrayList<>(
                ofBoth(counts.stored(), counts.failures(), source.connections() - idle, idle, group.waiting()));
        metrics.add(Metric.histogram(
                "cairn_database_write_group_size",
                "Writes that were committed together (SQLite).",
                new Spread(WriteCounts.GROUPS.stream().map(Integer::doubleValue).toList(), counts.groups(), (double)
                        counts.stored())));
        metrics.add(Metric.histogram(
                "cairn_database_write_wait_seconds",
                "How long writes waited for their turn (SQLite).",
                new Spread(
                        WriteCounts.WAITS_MICROS.stream()
                                .map(micros -> micros / MICROS_PER_SECOND)
                                .toList(),
                        counts.waits(),
                        counts.waitedNanos() / NANOS_PER_SECOND)));
        metrics.add(
                Metric.gauge("cairn_database_wal_bytes", "Size of the write-ahead log (SQLite).", source.walBytes()));
        return metrics;
    }

    private List<Metric> ofPostgres(HikariPoolMXBean pool) {
        WriteCounters.Counts counts = counters.counts();
        List<Metric> metrics = new ArrayList<>(ofBoth(
                counts.done(),
                counts.refused(),
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection()));
        metrics.add(Metric.counter(
                "cairn_database_write_retries_total",
                "Attempts of writes that lost against another write, or their connection (PostgreSQL).",
                counts.again()));
        metrics.add(Metric.counter(
                "cairn_database_write_turns_total",
                "Attempts of writes that let another one of this server go first (PostgreSQL).",
                counts.waited()));
        metrics.add(Metric.gauge(
                "cairn_database_writes_at_once_limit",
                "How many writes of this server run at once, as they keep each other from committing (PostgreSQL).",
                transactions.writesAtOnce()));
        if (replica != null) {
            metrics.add(new Metric(
                    "cairn_database_replica_reads_total",
                    Kind.COUNTER,
                    "Reads that a replica may answer, by who did (PostgreSQL with CAIRN_DATABASE_READ_URL).",
                    List.of(
                            Sample.of("by", "replica", replica.taken()),
                            Sample.of("by", "primary", replica.refused()))));
        }
        return metrics;
    }

    private static List<Metric> ofBoth(long stored, long failed, int busy, int idle, int waiting) {
        return List.of(
                Metric.counter("cairn_database_writes_total", "Writes that were stored.", stored),
                Metric.counter(
                        "cairn_database_write_failures_total",
                        "Writes that were not, or not certainly, stored, though the caller did nothing wrong.",
                        failed),
                new Metric(
                        "cairn_database_connections",
                        Kind.GAUGE,
                        "Connections to the database, by whether somebody uses them.",
                        List.of(Sample.of("state", "busy", busy), Sample.of("state", "idle", idle))),
                Metric.gauge(
                        "cairn_database_waiting",
                        "Callers that wait: for the writer (SQLite), or for a connection (PostgreSQL).",
                        waiting));
    }
}
