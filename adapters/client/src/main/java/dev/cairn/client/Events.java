package dev.cairn.client;

import dev.cairn.client.Answers.Event;
import dev.cairn.client.Answers.Polled;
import org.jspecify.annotations.Nullable;

/** Delivers events on a thread of its own, and resumes where it was after the server was away; closing ends it. */
public final class Events implements AutoCloseable {
    private static final long WAIT_SECONDS = 25;

    /** Receives the events; an exception that it throws ends the thread. */
    public interface Listener {
        void event(Event event);

        /** Reports that events are missing, or that the database was restored: the client has to read its state anew. */
        default void resync() {}

        /** Reports why no events arrive for now; those that happen meanwhile follow once the server is back. */
        default void away(RuntimeException reason) {}

        /** Reports the end: the token has expired, or the request is refused. */
        default void ended(ProblemException reason) {}
    }

    final Thread thread;

    Events(Calls calls, Fields<?> query, Listener listener) {
        this.thread = Thread.ofVirtual().name("cairn-events").start(() -> follow(calls, query, listener));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void follow(Calls calls, Fields<?> asked, Listener listener) {
        Fields<?> query = Fields.of(asked.values()); // The first answer says where to begin: it must not be late.
        @Nullable String epoch = null;
        int failures = 0;
        while (!Thread.currentThread().isInterrupted() && !calls.transport.closed) {
            Polled polled;
            try {
                polled = calls.one(Operation.POLL_EVENTS, Polled.class, query, null);
                failures = 0;
            } catch (UnreachableException | ProblemException e) {
                if (e instanceof ProblemException refused && !refused.mayPass()) {
                    listener.ended(refused);
                    return;
                }
                if (!Thread.currentThread().isInterrupted() && !calls.transport.closed) {
                    listener.away(e);
                    Transport.restBehind(++failures);
                }
                continue;
            }
            if (polled.resync() != null || !polled.epoch().equals(epoch == null ? polled.epoch() : epoch)) {
                listener.resync();
            }
            polled.items().forEach(listener::event);
            epoch = polled.epoch();
            query.set("after", polled.after()).set("wait", WAIT_SECONDS);
        }
    }
}
