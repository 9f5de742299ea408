package dev.cairn.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Requests at a fixed rate over many connections, from one thread. The rate does not wait for answers: a request's latency
 * counts from the moment at which it was due, also when no connection was free. A rate of 0 asks as fast as the
 * connections answer instead.
 */
final class Load {
    private final int connections;
    private final int ratePerSecond;
    private final int seconds;
    private final String kind;

    /** What came of it; latencies in microseconds. */
    record Result(Map<Integer, Long> statuses, Histogram latencies, double seconds) {
        long answers() {
            return statuses.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public String toString() {
            return "%,d answers %s in %.1f s: %,.0f/s, p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms"
                    .formatted(
                            answers(),
                            statuses,
                            seconds,
                            answers() / seconds,
                            at(50),
                            at(90),
                            at(99),
                            at(99.9),
                            at(100));
        }

        private double at(double percentile) {
            return latencies.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    Load(int connections, int ratePerSecond, int seconds, String kind) {
        this.connections = connections;
        this.ratePerSecond = ratePerSecond;
        this.seconds = seconds;
        this.kind = kind;
    }

    Result run(InetSocketAddress server, Requests requests) throws IOException {
        try (Selector selector = Selector.open()) {
            List<Connection> all = new ArrayList<>();
            Deque<Connection> idle = new ArrayDeque<>();
            for (int i = 0; i < connections; i++) {
                Connection connection = new Connection(server, selector);
                all.add(connection);
                idle.add(connection);
            }
            try {
                return run(selector, idle, requests);
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
        }
    }

    private Result run(Selector selector, Deque<Connection> idle, Requests requests) throws IOException {
        Map<Integer, Long> statuses = new TreeMap<>();
        Histogram latencies = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
        Deque<Long> due = new ArrayDeque<>();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        long interval = ratePerSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / ratePerSecond;
        long next = begun;
        int open = 0;
        while (true) {
            long now = System.nanoTime();
            boolean sending = now < end;
            for (; sending && interval > 0 && next <= now; next += interval) {
                due.add(next);
            }
            while (!idle.isEmpty() && (interval == 0 ? sending : !due.isEmpty())) {
                idle.remove().send(requests.next(kind), interval == 0 ? System.nanoTime() : due.remove());
                open++;
            }
            if (!sending && open == 0 && due.isEmpty()) {
                return new Result(statuses, latencies, (System.nanoTime() - begun) / 1e9);
            }
            if (open == 0 || (sending && interval > 0 && !idle.isEmpty())) {
                selector.select(1);
            } else {
                selector.select(100);
            }
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                int status = connection.receive();
                if (status != 0) {
                    open--;
                    idle.add(connection);
                    statuses.merge(status, 1L, Long::sum);
                    latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - connection.intendedAt()));
                }
            }
            selector.selectedKeys().clear();
        }
    }
}
