package dev.cairn.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.port.Transactions;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.testkit.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes on PostgreSQL that cannot both be stored as they are run again until they can (G0, G5). */
class SerialWritesTest {
    private final Sql sql = TestStores.postgres().context().getBean(Sql.class);
    private final Transactions transactions = TestStores.postgres().context().getBean(Transactions.class);

    @BeforeEach
    void fill() throws SQLException {
        direct("DROP TABLE IF EXISTS serial");
        direct("CREATE TABLE serial (id bigint PRIMARY KEY, n bigint NOT NULL)");
        direct("INSERT INTO serial VALUES (1, 0), (2, 0)");
    }

    /** 40001: each decides by what the other changes. */
    @Test
    void ofTwoThatWouldEachOverlookTheOtherOneRunsAgain() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        race(id -> {
            long sum = sql.one("SELECT sum(n)::bigint AS s FROM serial", row -> row.integer("s"));
            if (attempts.incrementAndGet() <= 2) {
                await(both);
            }
            sql.update("UPDATE serial SET n = ? WHERE id = ?", sum + 1, id);
        });
        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(numbers()).as("one had seen the other's").containsExactlyInAnyOrder(1L, 2L);
    }

    /** 40P01. */
    @Test
    void ofTwoThatWaitForEachOtherOneRunsAgain() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();
        race(id -> {
            sql.update("UPDATE serial SET n = n + 1 WHERE id = ?", id);
            if (attempts.incrementAndGet() <= 2) {
                await(both);
            }
            sql.update("UPDATE serial SET n = n + 1 WHERE id = ?", 3 - id);
        });
        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(numbers()).containsExactly(2L, 2L);
    }

    /** Who named no version is never told that one is stale. */
    @Test
    void manyChangesOfOneRowAreAllStored() throws Exception {
        int threads = 16;
        int times = 10;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    for (int j = 0; j < times; j++) {
                        transactions.write(() -> {
                            sql.transaction().touch(1L);
                            long n = sql.one("SELECT n FROM serial WHERE id = 1", row -> row.integer("n"));
                            return sql.update("UPDATE serial SET n = ? WHERE id = 1", n + 1);
                        });
                    }
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        }
        assertThat(numbers()).containsExactly((long) threads * times, 0L);
    }

    /** 55P03: whoever has the lock may never come back. */
    @Test
    void whoWaitsTooLongForALockGivesWayAndRunsAgain() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (Connection holder = TestPostgres.open();
                PreparedStatement lock = holder.prepareStatement("SELECT n FROM serial WHERE id = 1 FOR UPDATE")) {
            holder.setAutoCommit(false);
            lock.execute();
            stored(
                    id -> {
                        if (attempts.incrementAndGet() > 1) {
                            end(holder);
                        }
                        sql.update("UPDATE serial SET n = n + 1 WHERE id = ?", id);
                    },
                    1);
        }
        assertThat(attempts).hasValue(2);
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 0L);
    }

    /** 57014: the server has said that it lives, and that it needs longer. */
    @Test
    @Tag("slow")
    void aStatementThatTakesLongIsGivenMoreTimeAtItsSecondTry() {
        AtomicInteger attempts = new AtomicInteger();
        stored(
                id -> {
                    attempts.incrementAndGet();
                    sql.update("UPDATE serial SET n = n + 1 WHERE id = ? AND pg_sleep(6) IS NOT NULL", id);
                },
                1);
        assertThat(attempts).hasValue(2);
        assertThat(numbers()).containsExactlyInAnyOrder(1L, 0L);
    }

    /** 25P03: its process was stopped for so long that the server set its locks free. */
    @Test
    void aTransactionThatTheServerEndedBecauseNothingCameRunsAgain() {
        AtomicInteger attempts = new AtomicInteger();
        stored(
                id -> {
                    sql.update("UPDATE serial SET n = n + 1 WHERE id = ?", id);
                    if (attempts.incrementAndGet() == 1) {
                        letItEnd();
                    }
                    sql.update("UPDATE serial SET n = n + 1 WHERE id = ?", id);
                },
                1);
        assertThat(attempts).hasValue(2);
        assertThat(numbers()).containsExactlyInAnyOrder(2L, 0L);
    }

    /** Waits until the session is gone of the transaction that this thread is in. */
    private void letItEnd() {
        long pid = sql.one("SELECT pg_backend_pid()::bigint AS pid", row -> row.integer("pid"));
        sql.update("SET LOCAL idle_in_transaction_session_timeout = '1ms'");
        try {
            while (lives(pid)) {
                Thread.onSpinWait();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean lives(long pid) throws SQLException {
        try (Connection connection = TestPostgres.open();
                PreparedStatement session =
                        connection.prepareStatement("SELECT pid FROM pg_stat_activity WHERE pid = " + pid);
                ResultSet row = session.executeQuery()) {
            return row.next();
        }
    }

    private static void end(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Write {
        void run(long id);
    }

    private void race(Write write) throws Exception {
        try (ExecutorService second = Executors.newSingleThreadExecutor()) {
            Future<?> other = second.submit(() -> stored(write, 2));
            stored(write, 1);
            other.get();
        }
    }

    private void stored(Write write, long id) {
        transactions.write(() -> {
            write.run(id);
            return id;
        });
    }

    private List<Long> numbers() {
        return sql.query("SELECT n FROM serial ORDER BY id", row -> row.integer("n"));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void direct(String statement) throws SQLException {
        try (Connection connection = TestPostgres.open();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}
