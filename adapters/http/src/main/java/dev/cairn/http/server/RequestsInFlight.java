package dev.cairn.http.server;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests that were taken on and have no answer yet; once the server is to stop, no more of them are taken (P20). */
@Singleton
final class RequestsInFlight {
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean stopping;

    boolean stopping() {
        return stopping;
    }

    void begun() {
        count.incrementAndGet();
    }

    void ended(int requests) {
        if (count.addAndGet(-requests) == 0 && stopping) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Takes no more requests, and waits at most this long until those that were taken are answered. */
    synchronized void stopWithin(Duration limit) {
        stopping = true;
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); count.get() > 0 && left > 0; left = end - System.nanoTime()) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
