package dev.cairn.application.work;

import dev.cairn.application.port.StoredTime;
import dev.cairn.application.port.Transactions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a server's time in step with the stored time (P5, Q18): the clock starts where the stored time ends, and after
 * a leap of the wall clock, running leases are extended before anyone can see the new time. A clock that a program
 * supplied is left alone.
 */
public final class Timekeeping {
    private static final Logger LOG = System.getLogger(Timekeeping.class.getName());
    /** The distance of a stored time ahead of the wall clock from which on a warning is logged. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final @Nullable SteadyClock clock;
    private final Transactions transactions;
    private final StoredTime stored;
    private final ReentrantReadWriteLock leaps = new ReentrantReadWriteLock();

    public Timekeeping(Transactions transactions, Clock clock, StoredTime stored) {
        this.transactions = transactions;
        this.clock = clock instanceof SteadyClock steady ? steady : null;
        this.stored = stored;
    }

    /** Answers the transactions of all use cases: none of them begins before a leap and ends behind it. */
    public Transactions transactions() {
        return clock == null ? transactions : new BetweenLeaps();
    }

    /** Sets the time once the database is open: it continues behind the newest stored time, however far ahead that is. */
    public void begin() {
        if (clock == null) {
            return;
        }
        share(clock);
        clock.begin();
        Instant now = clock.instant();
        transactions.read(stored::newest).ifPresent(newest -> {
            if (newest.isAfter(now.plus(AHEAD))) {
                LOG.log(
                        Level.WARNING,
                        "The newest entry is of {0}, and this machine''s clock says {1}: time goes on from the entry",
                        newest,
                        now);
            }
            clock.notBefore(newest.plusMillis(1));
        });
    }

    /**
     * Follows the wall clock when it leapt; called every second.
     *
     * @throws dev.cairn.domain.error.DomainError when what is running cannot be extended now: time does not leap then
     */
    public void keep() {
        if (clock == null) {
            return;
        }
        share(clock);
        if (clock.leap().isPresent()) {
            leaps.writeLock().lock();
            try {
                clock.leap().ifPresent(leap -> follow(clock, leap));
            } finally {
                leaps.writeLock().unlock();
            }
        }
    }

    private void follow(SteadyClock steady, SteadyClock.Leap leap) {
        boolean shared = isShared(steady);
        transactions.write(() -> {
            if (shared) {
                stored.extendUnheard(leap.from(), leap.to());
            } else {
                stored.extend(leap.from(), leap.to());
            }
            return leap;
        });
        steady.follow(leap);
        LOG.log(
                Level.WARNING,
                shared
                        ? "The clock leapt ahead by {0}, to {1}: leases go on whose holders could not be heard meanwhile"
                        : "The clock leapt ahead by {0}, to {1}: leases and sessions go on as long as they had left",
                leap.length(),
                leap.to());
    }

    /** Whether the clock is shared with other servers, which a database of one process is not. */
    private boolean isShared(SteadyClock steady) {
        return steady.shares() && transactions.stamp().isEmpty();
    }

    private void share(SteadyClock steady) {
        if (isShared(steady)) {
            long asked = steady.nanoTime();
            Optional<Instant> shared = transactions.read(stored::shared);
            long answered = steady.nanoTime();
            shared.ifPresent(time -> steady.share(time, asked + (answered - asked) / 2));
        }
    }

    /** Runs transactions between leaps; a leap waits for the running ones. */
    private final class BetweenLeaps implements Transactions {
        @Override
        public <T extends @Nullable Object> T write(Supplier<T> work) {
            leaps.readLock().lock();
            try {
                return transactions.write(work);
            } finally {
                leaps.readLock().unlock();
            }
        }

        @Override
        public <T extends @Nullable Object> T bulk(Supplier<T> work) {
            leaps.readLock().lock();
            try {
                return transactions.bulk(work);
            } finally {
                leaps.readLock().unlock();
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
