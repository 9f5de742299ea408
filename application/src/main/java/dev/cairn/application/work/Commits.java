package dev.cairn.application.work;

import dev.cairn.application.port.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notifies a listener after each write of this process, whether or not anything was stored; counts stored changes, and
 * runs the actions that a write registered once it is stored.
 */
public final class Commits {
    private static final ThreadLocal<@Nullable List<Runnable>> ASKED = new ThreadLocal<>();

    private final Tally tally;
    private volatile Runnable listener = () -> {};

    public Commits(Tally tally) {
        this.tally = tally;
    }

    /** Sets the listener. It is called on the writer's thread, and must return at once. */
    public void tell(Runnable listening) {
        listener = listening;
    }

    /** Returns transactions that notify the listener; of nested ones the outer one last, when everything is stored. */
    public Transactions of(Transactions transactions) {
        return new Heard(transactions);
    }

    /**
     * Runs an action once the outermost write of this thread is stored, and not at all if it fails; outside of a write
     * it runs now. The action must return at once.
     */
    public void afterwards(Runnable action) {
        List<Runnable> actions = ASKED.get();
        if (actions == null) {
            action.run();
        } else {
            actions.add(action);
        }
    }

    /** A write that may run on another thread and more than once; only the actions of its last run count. */
    private static final class Asking<T extends @Nullable Object> implements Supplier<T> {
        private final Supplier<T> work;
        private volatile List<Runnable> actions = List.of();

        private Asking(Supplier<T> work) {
            this.work = work;
        }

        @Override
        public T get() {
            if (ASKED.get() != null) {
                return work.get();
            }
            List<Runnable> mine = new ArrayList<>();
            ASKED.set(mine);
            try {
                T result = work.get();
                actions = mine;
                return result;
            } finally {
                ASKED.remove();
            }
        }

        private T then(T result) {
            actions.forEach(Runnable::run);
            return result;
        }
    }

    private final class Heard implements Transactions {
        private final Transactions transactions;

        private Heard(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            Asking<T> asking = new Asking<>(work);
            try {
                return asking.then(tally.counted(transactions::write, asking));
            } finally {
                listener.run();
            }
        }

        @Override
        public <T extends @Nullable Object> T bulk(Supplier<T> work) {
            Asking<T> asking = new Asking<>(work);
            try {
                return asking.then(tally.counted(transactions::bulk, asking));
            } finally {
                listener.run();
            }
        }

        @Override
        public <T extends @Nullable Object> T read(Supplier<T> work) {
            return transactions.read(work);
        }

        @Override
        public OptionalLong stamp() {
            return transactions.stamp();
        }
    }
}
