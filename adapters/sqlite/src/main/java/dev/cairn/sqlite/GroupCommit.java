package dev.cairn.sqlite;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Commits the writes of SQLite's one writer, many in one commit (ADR 12). The first caller that finds the writer idle leads:
 * it runs its own operation and those that wait behind it, each in a savepoint, commits once, and only then answers them
 * all. A lone caller pays no hand-over. Nobody waits for a group to fill, and a leader serves one group only: the first of
 * those who still wait leads the next.  <p>An operation that fails is undone alone. One that the engine punishes by rolling
 * back everything (a full disk) makes the others of its group run again, one by one: operations must be fit to run twice.
 */
public final class GroupCommit implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    /** A group ends at this many operations, or after {@link #WORK_NANOS} of work. */
    static final int OPERATIONS_MAX = 256;

    private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int WAITING_MAX = 10_000;
    /** The number of interactive operations that go before a waiting bulk one. */
    private static final int INTERACTIVE_PER_BULK = 4;

    private final Host host;
    private final SqliteDataSource source;
    private final ExecutorService committer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cairn-commit").factory());
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<PendingWrite<?>> interactive = new ArrayDeque<>();
    private final Deque<PendingWrite<?>> bulk = new ArrayDeque<>();
    private final AtomicLong stamp = new AtomicLong();
    private final WriteCounts counts = new WriteCounts();
    private volatile boolean lastFailed;
    private int streak;
    private boolean led;

    /** The owner of the writes: lends the writer, and translates failures for callers. */
    public interface Host {
        /** Does something with the writer, which belongs to this thread for that time. */
        void withWriter(Consumer<Connection> work);

        /** Returns the error for the caller, from a failure of its operation or of the engine. */
        RuntimeException translated(RuntimeException failure);

        /** Returns whether the storage is to blame for a caller's error. */
        boolean isOfStorage(Throwable told);

        /** Makes the error for an operation that had to wait too long or was interrupted, and did not run. */
        RuntimeException busy(String reason);

        /** Makes the error for a COMMIT that itself failed. */
        RuntimeException outcomeUnknown(SqlFailure failure);
    }

    public GroupCommit(Host host, SqliteDataSource source) {
        this.host = host;
        this.source = source;
    }

    /**
     * Runs the work in a transaction of this or another thread, and returns when it is committed.
     *
     * @param inBulk whether it lets others go first
     * @throws RuntimeException as the host says it: what the work threw, {@link Host#busy}, or {@link Host#outcomeUnknown}
     */
    public <T extends @Nullable Object> T write(boolean inBulk, Supplier<T> work) {
        try {
            return written(inBulk, work);
        } catch (RuntimeException told) {
            if (host.isOfStorage(told)) {
                counts.failed();
            }
            throw told;
        }
    }

    private <T extends @Nullable Object> T written(boolean inBulk, Supplier<T> work) {
        PendingWrite<T> operation = new PendingWrite<>(work);
        if (!leads(operation, inBulk)) {
            await(operation);
        }
        if (operation.state != PendingWrite.State.DONE) {
            lead(operation);
        }
        return operation.result();
    }

    /** Whether the storage refused the last commit, or an operation before it. */
    public boolean lastFailed() {
        return lastFailed;
    }

    /** Answers a number that is another one after every operation, whether it was stored or undone, and after every commit. */
    public long stamp() {
        return stamp.get();
    }

    public WriteCounts counts() {
        return counts;
    }

    /** Returns the number of operations that wait for the writer. */
    public int waiting() {
        lock.lock();
        try {
            return interactive.size() + bulk.size();
        } finally {
            lock.unlock();
        }
    }

    /** To be called once the source is closed: until then a group may be under way, which ends by its commit. */
    @Override
    public void close() {
        committer.close();
    }

    private boolean leads(PendingWrite<?> operation, boolean inBulk) {
        lock.lock();
        try {
            if (!led) {
                led = true;
                return true;
            }
            if (interactive.size() + bulk.size() >= WAITING_MAX) {
                throw host.busy("Too many writes are waiting");
            }
            (inBulk ? bulk : interactive).add(operation);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the operation is done, or this thread is to lead. */
    private void await(PendingWrite<?> operation) {
        long deadline = System.nanoTime() + WAIT_NANOS;
        boolean interrupted = false;
        try {
            while (operation.state == PendingWrite.State.WAITING || operation.state == PendingWrite.State.TAKEN) {
                long left = deadline - System.nanoTime();
                if ((interrupted || left <= 0) && withdraw(operation)) {
                    throw host.busy(
                            interrupted ? "Interrupted while waiting to write" : "The writer did not become free");
                }
                if (interrupted || left <= 0) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, left);
                }
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean withdraw(PendingWrite<?> operation) {
        lock.lock();
        try {
            return interactive.remove(operation) || bulk.remove(operation);
        } finally {
            lock.unlock();
        }
    }

    private void lead(PendingWrite<?> own) {
        Group group = new Group();
        try {
            host.withWriter(connection -> group.run(connection, own));
        } catch (RuntimeException | Error e) {
            Throwable reason = translated(e);
            own.fail(reason);
            group.failAll(reason);
            group.abandon();
        } finally {
            passOn();
        }
    }

    private void passOn() {
        PendingWrite<?> next = take(PendingWrite.State.LEADING);
        if (next != null) {
            LockSupport.unpark(next.caller);
        }
    }

    /** Takes the next that waits; when there is none and it was to lead, the writer is idle. */
    private @Nullable PendingWrite<?> take(PendingWrite.State state) {
        lock.lock();
        try {
            boolean bulkFirst = interactive.isEmpty() || (streak >= INTERACTIVE_PER_BULK && !bulk.isEmpty());
            PendingWrite<?> next = bulkFirst ? bulk.poll() : interactive.poll();
            streak = bulkFirst ? 0 : streak + 1;
            if (next != null) {
                next.state = state;
            } else if (state == PendingWrite.State.LEADING) {
                led = false;
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Throwable translated(Throwable failure) {
        return failure instanceof RuntimeException known ? host.translated(known) : failure;
    }

    /** Holds the operations that are committed together. */
    private final class Group {
        /** Holds the operations that ran and are not committed yet. */
        private final List<PendingWrite<?>> ran = new ArrayList<>();

        private boolean open;

        void run(Connection connection, PendingWrite<?> own) {
            long deadline = System.nanoTime() + WORK_NANOS;
            PendingWrite<?> next = own;
            while (next != null) {
                counts.began(System.nanoTime() - next.since);
                try {
                    runOne(connection, next);
                } catch (RuntimeException | Error e) {
                    Throwable reason = translated(e);
                    lastFailed |= host.isOfStorage(reason);
                    next.fail(reason);
                }
                boolean full = ran.size() >= OPERATIONS_MAX || System.nanoTime() >= deadline;
                next = full ? null : take(PendingWrite.State.TAKEN);
            }
            commit(connection);
        }

        /** Runs one operation. The first needs no savepoint: undone, it takes the whole transaction with it. */
        private void runOne(Connection connection, PendingWrite<?> operation) {
            boolean first = !open;
            send(connection, first ? "BEGIN IMMEDIATE" : "SAVEPOINT one");
            open = true;
            boolean succeeded = false;
            try {
                operation.run();
                if (!first) {
                    send(connection, "RELEASE one");
                }
                ran.add(operation);
                succeeded = true;
            } finally {
                if (!succeeded) {
                    undo(connection, first);
                }
                stamp.incrementAndGet();
            }
        }

        private void undo(Connection connection, boolean all) {
            if (all) {
                rollback(connection);
            } else if (!sent(connection, "ROLLBACK TO one") || !sent(connection, "RELEASE one")) {
                rollback(connection);
                runAgain(connection);
            }
        }

        private void commit(Connection connection) {
            if (!open) {
                return;
            }
            try {
                sendCommit(connection);
                stamp.incrementAndGet();
                open = false;
                lastFailed = false;
                counts.committed(ran.size());
                ran.forEach(PendingWrite::done);
            } catch (SqlFailure e) {
                lastFailed = true;
                rollback(connection);
                if (!SqliteErrors.certain(e)) {
                    stamp.incrementAndGet();
                    source.replaceWriter();
                    LOG.log(Level.ERROR, "A commit failed, and it is not known whether its changes were stored", e);
                    failAll(host.outcomeUnknown(e));
                } else if (ran.size() == 1) {
                    failAll(host.translated(e));
                } else {
                    runAgain(connection);
                }
            }
        }

        /** Runs each in a transaction of its own, after their common one was lost. */
        private void runAgain(Connection connection) {
            List<PendingWrite<?>> lost = List.copyOf(ran);
            ran.clear();
            for (PendingWrite<?> operation : lost) {
                try {
                    runOne(connection, operation);
                    commit(connection);
                } catch (RuntimeException | Error e) {
                    operation.fail(translated(e));
                }
                ran.clear();
            }
        }

        /** Whatever was begun ends with its connection: the next transaction could not begin within it. */
        void abandon() {
            if (open) {
                source.replaceWriter();
            }
        }

        void failAll(Throwable reason) {
            ran.forEach(operation -> operation.fail(reason));
        }

        /** Rolls back, unless a failure has done so already; any other that cannot be rolled back ends the connection. */
        private void rollback(Connection connection) {
            open = false;
            try {
                send(connection, "ROLLBACK");
            } catch (SqlFailure e) {
                if (!SqliteErrors.rolledBackAlready(e)) {
                    source.replaceWriter();
                }
            }
        }

        /**
         * Sends the COMMIT on a thread of the platform's. The engine waits for the disk inside native code: a virtual thread
         * would keep its carrier from all others for that time, and with it those who could join the next group.
         */
        private void sendCommit(Connection connection) {
            if (Thread.currentThread().isVirtual()) {
                try {
                    CompletableFuture.runAsync(() -> send(connection, "COMMIT"), committer)
                            .join();
                } catch (CompletionException e) {
                    throw e.getCause() instanceof SqlFailure failure ? failure : e;
                }
            } else {
                send(connection, "COMMIT");
            }
        }

        private boolean sent(Connection connection, String sql) {
            try {
                send(connection, sql);
                return true;
            } catch (SqlFailure e) {
                return false;
            }
        }

        private void send(Connection connection, String sql) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }
    }
}
