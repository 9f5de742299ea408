package dev.cairn.application.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Cancels a wait for an answer. Any thread may cancel, also repeatedly, before, during or after the wait; the
 * registered actions run at once on the cancelling thread.
 */
public final class Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Cancels, and runs the registered actions. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /**
     * Registers an action that a cancellation runs, until the registration is closed; runs it now if it was cancelled
     * before.
     *
     * @param action must neither wait nor fail
     */
    public Registration onCancel(Runnable action) {
        boolean now;
        synchronized (this) {
            now = cancelled;
            if (!now) {
                actions.add(action);
            }
        }
        if (now) {
            action.run();
        }
        return () -> forget(action);
    }

    private synchronized void forget(Runnable action) {
        actions.remove(action);
    }

    /** A registered action, which closing removes. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
