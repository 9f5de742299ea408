package dev.cairn.persistence.jdbc;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The transaction of this thread, and what stores may ask of it. */
@Singleton
public final class CurrentTransaction {
    /** A transaction on PostgreSQL takes at most this long before its COMMIT. */
    public static final int SECONDS_MAX = 60;

    /** The log makes so many bits of places of the number of a transaction (ADR 22). */
    public static final int LOG_BITS = 12;

    private final ThreadLocal<Running> current = new ThreadLocal<>();

    /** One attempt of a transaction. */
    static final class Running {
        final boolean writing;
        final Patience patience;
        private final @Nullable Turn turn;
        private final Map<Class<?>, Object> states = new HashMap<>();

        @Nullable
        RuntimeException failure;

        boolean began;
        /** The greatest number that it has in the log. */
        @Nullable
        Long logged;

        Running(boolean writing, @Nullable Turn turn, Patience patience) {
            this.writing = writing;
            this.turn = turn;
            this.patience = patience;
        }
    }

    /**
     * Says what a change is about that others are likely to make at the same time. On PostgreSQL, a server lets its own
     * callers do so one after the other: they would only make each other start again. Correctness never needs it (G0).
     */
    public void takeTurn(Object thing) {
        Running running = current.get();
        if (running != null && running.turn != null) {
            running.turn.take(thing);
        }
    }

    /** Names a thing that the change concerns: an attempt that has to start again first waits for others that concern it. */
    public void touch(Object thing) {
        Running running = current.get();
        if (running != null && running.turn != null) {
            running.turn.touch(thing);
        }
    }

    /** Notes the number of a log entry, by which a client can find it again (G8). */
    public void logged(long number) {
        Running running = current.get();
        if (running != null) {
            running.logged = number;
        }
    }

    /** Returns a store's state, which lasts until the transaction ends, however it ends. */
    public <S> S state(Class<S> type, Supplier<S> initial) {
        Running running = current.get();
        if (running == null) {
            throw new IllegalStateException("There is no transaction");
        }
        return type.cast(running.states.computeIfAbsent(type, _ -> initial.get()));
    }

    @Nullable
    Running running() {
        return current.get();
    }

    /** Runs the outermost work of a transaction; a failure inside fails it, also when it was caught. */
    <T extends @Nullable Object> T scoped(Running running, Supplier<T> work) {
        current.set(running);
        try {
            T result = work.get();
            if (running.failure != null) {
                throw running.failure;
            }
            return result;
        } finally {
            current.remove();
        }
    }
}
