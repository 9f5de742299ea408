package dev.cairn.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One thread that keeps all connections busy. */
final class Generator implements AutoCloseable {
    private static final long SPIN_NANOS = 1_000_000;

    private final Selector selector = Selector.open();
    private final List<Exchange> all = new ArrayList<>();
    private final ArrayDeque<Exchange> idle = new ArrayDeque<>();
    private final Workload workload;

    Generator(InetSocketAddress server, int connections, Workload workload) throws IOException {
        this.workload = workload;
        for (int i = 0; i < connections; i++) {
            all.add(new Exchange(server, selector));
        }
        idle.addAll(all);
    }

    /**
     * Sends at a fixed rate whatever the server does; a latency counts from the moment when the request was due, also
     * when all connections were busy then.
     */
    void open(int rate, int seconds, Results results) throws IOException {
        long start = System.nanoTime();
        long total = (long) rate * seconds;
        for (long sent = 0; sent < total || idle.size() < all.size(); ) {
            long now = System.nanoTime();
            long due = start + sent * TimeUnit.SECONDS.toNanos(1) / rate;
            if (sent < total && due <= now && !idle.isEmpty()) {
                send(idle.removeFirst(), due);
                sent++;
            } else {
                boolean waitForDue = sent < total && !idle.isEmpty();
                select(waitForDue ? due - now : Long.MAX_VALUE, exchange -> {
                    results.add(exchange);
                    idle.addLast(exchange);
                });
            }
        }
    }

    /** Every connection sends again as soon as it was answered. */
    void closed(int seconds, Results results) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!idle.isEmpty()) {
            send(idle.removeFirst(), System.nanoTime());
        }
        while (idle.size() < all.size()) {
            select(Long.MAX_VALUE, exchange -> {
                results.add(exchange);
                if (System.nanoTime() < end) {
                    send(exchange, System.nanoTime());
                } else {
                    idle.addLast(exchange);
                }
            });
        }
    }

    private interface Answered {
        void accept(Exchange exchange) throws IOException;
    }

    private void select(long nanos, Answered answered) throws IOException {
        if (nanos < 2 * SPIN_NANOS) {
            selector.selectNow();
        } else {
            selector.select(Math.min(1_000, nanos / SPIN_NANOS - 1));
        }
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof Exchange exchange && exchange.proceed()) {
                answered.accept(exchange);
            }
        }
        selector.selectedKeys().clear();
    }

    private void send(Exchange exchange, long intended) throws IOException {
        exchange.send(workload.next(), intended);
    }

    @Override
    public void close() throws IOException {
        for (Exchange exchange : all) {
            exchange.close();
        }
        selector.close();
    }
}
