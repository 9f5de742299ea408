package dev.cairn.client;

import dev.cairn.client.Answers.Event;
import dev.cairn.client.Answers.Polled;
import org.jspecify.annotations.Nullable;

/** Tells what happens on a thread of its own, and goes on where it was when the server was away; closing ends it. */
public final class Events implements AutoCloseable {
    private static final long WAIT_SECONDS = 25;
    private static final long PAUSE_MILLIS = 500;
    private static final int FAILURES = 500;

    /** Who is told; what it throws ends it. */
    public interface Listener {
        void event(Event event);

        /** Events are missing, or the database was restored: what is known has to be read anew. */
        default void resync() {}

        /** Nothing more comes: the token has ended, or what was asked for is refused. */
        default void ended(ProblemException reason) {}
    }

    private final Thread thread;

    Events(Calls calls, Fields<?> query, Listener listener) {
        this.thread = Thread.ofVirtual().name("cairn-events").start(() -> follow(calls, query, listener));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void follow(Calls calls, Fields<?> asked, Listener listener) {
        Fields<?> query = Fields.of(asked.values());
        query.set("wait", WAIT_SECONDS);
        @Nullable String epoch = null;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Polled polled = calls.one(Operation.POLL_EVENTS, Polled.class, query, null);
                if (polled.resync() != null || !polled.epoch().equals(epoch == null ? polled.epoch() : epoch)) {
                    listener.resync();
                }
                polled.items().forEach(listener::event);
                epoch = polled.epoch();
                query.set("after", polled.after());
            } catch (UnreachableException e) {
                Transport.rest(PAUSE_MILLIS);
            } catch (ProblemException e) {
                if (e.status() < FAILURES) {
                    listener.ended(e);
                    return;
                }
                Transport.rest(PAUSE_MILLIS);
            }
        }
    }
}
