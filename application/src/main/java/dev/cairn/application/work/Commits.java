package dev.cairn.application.work;

import dev.cairn.application.port.Transactions;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells who listens that something may have been stored, after each write of this process, whatever came of it, and counts what was. */
public final class Commits {
    private final Tally tally;
    private volatile Runnable listener = () -> {};

    public Commits(Tally tally) {
        this.tally = tally;
    }

    /** Who listens from now on; it is called on the writer's thread, and has to return at once. */
    public void tell(Runnable listening) {
        listener = listening;
    }

    /** The same transactions, which are heard. Of one within another the outer one is heard last, when all is stored. */
    public Transactions of(Transactions transactions) {
        return new Heard(transactions);
    }

    private final class Heard implements Transactions {
        private final Transactions transactions;

        private Heard(Transactions transactions) {
            this.transactions = transactions;
        }

        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            try {
                return tally.counted(transactions::write, work);
            } finally {
                listener.run();
            }
        }

        @Override
        public <T extends @Nullable Object> T bulk(Supplier<T> work) {
            try {
                return tally.counted(transactions::bulk, work);
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
