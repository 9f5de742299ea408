package dev.cairn.sqlite;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A write operation of one caller. */
final class PendingWrite<T extends @Nullable Object> {
    /** The progress of an operation. */
    enum State {
        WAITING,
        TAKEN,
        LEADING,
        DONE
    }

    private final Supplier<T> work;
    final Thread caller = Thread.currentThread();
    final long since = System.nanoTime();
    volatile State state = State.WAITING;
    private @Nullable T value;
    private @Nullable Throwable failure;

    PendingWrite(Supplier<T> work) {
        this.work = work;
    }

    void run() {
        value = work.get();
    }

    void fail(Throwable reason) {
        if (state != State.DONE) {
            failure = reason;
            done();
        }
    }

    void done() {
        state = State.DONE;
        if (!caller.equals(Thread.currentThread())) {
            LockSupport.unpark(caller);
        }
    }

    @SuppressWarnings("NullAway") // the value is there once the work is done; it may be null where T is
    T result() {
        if (failure == null) {
            return value;
        }
        throw switch (failure) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            default -> new IllegalStateException(failure);
        };
    }
}
