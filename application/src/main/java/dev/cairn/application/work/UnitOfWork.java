package dev.cairn.application.work;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.kernel.Times;
import dev.cairn.domain.user.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs use cases: one transaction each, at one moment, their activity written with them (R8). */
public final class UnitOfWork {
    private final Transactions transactions;
    private final Clock clock;
    private final IdGenerator ids;
    private final ActivityLog log;
    private final Tally tally;

    public UnitOfWork(Transactions transactions, Clock clock, IdGenerator ids, ActivityLog log, Tally tally) {
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
        this.log = log;
        this.tally = tally;
    }

    /** Runs a change; what it recorded is appended to the log before the transaction ends. */
    public <T extends @Nullable Object> T write(Caller caller, Function<Act, T> change) {
        return transactions.write(() -> recorded(caller, change));
    }

    /** Runs one slice of a long change as {@link #write} does; other writers go first. */
    public <T extends @Nullable Object> T bulk(Caller caller, Function<Act, T> change) {
        return transactions.bulk(() -> recorded(caller, change));
    }

    private <T extends @Nullable Object> T recorded(Caller caller, Function<Act, T> change) {
        Act act = new Act(caller, now(), ids, log);
        T result = change.apply(act);
        if (!act.recorded().isEmpty()) {
            log.append(act.caller(), act.now(), act.recorded());
        }
        act.counted().forEach(tally::add);
        return result;
    }

    public <T extends @Nullable Object> T read(Supplier<T> query) {
        return transactions.read(query);
    }

    /** Whether no other process writes to the database. */
    public boolean alone() {
        return transactions.stamp().isPresent();
    }

    /** Returns a number that stays the same while nothing is stored; empty where other processes write, too. */
    public OptionalLong stamp() {
        return transactions.stamp();
    }

    /** Returns a new id before the transaction that stores it. */
    public <T> Id<T> newId() {
        return ids.next();
    }

    public Instant now() {
        return Times.now(clock);
    }
}
