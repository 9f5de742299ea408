package dev.cairn.persistence.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.port.IdGenerator;
import dev.cairn.application.port.Transactions;
import dev.cairn.domain.access.Access;
import dev.cairn.domain.activity.Activity;
import dev.cairn.domain.activity.ActivityFilter;
import dev.cairn.domain.activity.ActivityLog;
import dev.cairn.domain.activity.ActivityType;
import dev.cairn.domain.activity.NewActivity;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.domain.user.SystemRole;
import dev.cairn.domain.user.User;
import dev.cairn.domain.user.UserContent;
import dev.cairn.domain.user.UserRepository;
import dev.cairn.persistence.TestStores;
import dev.cairn.persistence.jdbc.Sql;
import dev.cairn.testkit.TestPostgres;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Whoever follows the log on PostgreSQL sees each entry that commits once and in order, however long its writer took
 * (G2, E1). {@code -Dcairn.seed} repeats the delays.
 */
@Isolated("It follows the numbers of all transactions of the server")
class FollowedLogTest {
    private static final int WRITERS = 8;
    private static final int WRITES = 30;
    private static final long DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final int PAGE = 7;

    private final long seed = Long.getLong("cairn.seed", System.nanoTime());
    private final ApplicationContext context = TestStores.postgres().context();
    private final Sql sql = context.getBean(Sql.class);
    private final Transactions transactions = context.getBean(Transactions.class);
    private final IdGenerator ids = context.getBean(IdGenerator.class);
    private final ActivityLog log = context.getBean(ActivityLog.class);

    /** A way to number entries, and to follow them. */
    private interface Numbering {
        /** Writes an entry, does this before it commits, and answers the entry's number. */
        long write(Runnable beforeCommit) throws SQLException;

        List<Long> after(long number) throws SQLException;

        long newest() throws SQLException;
    }

    @Test
    void aFollowerSeesEachCommittedEntryOnceAndInOrder() throws Exception {
        List<Long> followed = new ArrayList<>();
        List<Long> written = race(new OfTheLog(), followed);
        assertThat(followed).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
        assertThat(followed).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void whoCommitsLateIsSeenLate() throws Exception {
        List<Long> followed = new ArrayList<>();
        List<Long> written = lateCommit(new OfTheLog(), followed);
        assertThat(followed).isSorted().containsExactlyInAnyOrderElementsOf(written);
    }

    /** That the tests above can find what they look for. */
    @Test
    void numbersOfASequenceAreMissedByAFollower() throws Exception {
        List<Long> followed = new ArrayList<>();
        List<Long> written = lateCommit(new OfASequence(), followed);
        assertThat(followed).containsExactly(written.getLast());
    }

    @Test
    void aTransactionMayHaveMoreEntriesThanPlacesInItsNumber() {
        Caller caller = caller();
        int count = 2 * LogNumbers.PLACES + 3;
        long before = newest();
        transactions.write(() -> {
            append(caller, LogNumbers.PLACES - 1);
            append(caller, count - LogNumbers.PLACES + 1);
            return caller;
        });
        append(caller, 1);
        List<Long> seen = new ArrayList<>();
        follow(after -> numbers(caller, after, 1_000), before, seen);
        assertThat(seen).hasSize(count + 1).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTransactionOfAnotherProgramStopsNobodyLongerThanOursMayRun() throws SQLException {
        LogHorizon patient = new LogHorizon(sql, 3_600);
        LogHorizon over = new LogHorizon(sql, 0);
        try (Connection other = TestPostgres.open()) {
            other.setAutoCommit(false);
            number(other, "SELECT pg_current_xact_id()::text::bigint");
            append(caller(), 1);
            long number = newest();
            assertThat(patient.number()).isLessThan(number);
            over.number();
            assertThat(over.number()).isGreaterThan(number);
            other.rollback();
            assertThat(patient.number()).isGreaterThan(number);
        }
    }

    @Test
    void theNumbersOfALogThatWasBroughtFromElsewhereGoOn() {
        long elsewhere = newest() + (1L << 40);
        append(caller(), 1);
        transactions.write(
                () -> sql.update("UPDATE activity SET seq = ? WHERE seq = (SELECT max(seq) FROM activity)", elsewhere));
        new LogNumbers(sql).start();
        append(caller(), 1);
        assertThat(newest()).isGreaterThan(elsewhere).isLessThan(1L << 53);
        long reached = newest();
        new LogNumbers(sql).start();
        append(caller(), 1);
        assertThat(newest()).isBetween(reached, reached + (1L << 20));
    }

    /** One takes its number first and commits last; a follower reads in between, and at the end. */
    private static List<Long> lateCommit(Numbering numbering, List<Long> followed) throws Exception {
        long before = numbering.newest();
        CountDownLatch numbered = new CountDownLatch(1);
        CountDownLatch passed = new CountDownLatch(1);
        try (ExecutorService late = Executors.newSingleThreadExecutor()) {
            Future<Long> first = late.submit(() -> numbering.write(() -> {
                numbered.countDown();
                await(passed);
            }));
            await(numbered);
            long second = numbering.write(() -> {});
            long after = follow(numbering::after, before, followed);
            passed.countDown();
            List<Long> written = List.of(first.get(), second);
            follow(numbering::after, after, followed);
            return written;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<Long> race(Numbering numbering, List<Long> followed) throws Exception {
        long before = numbering.newest();
        ConcurrentLinkedQueue<Long> written = new ConcurrentLinkedQueue<>();
        Random random = new Random(seed);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random own = new Random(random.nextLong());
                writers.add(threads.submit(writer(numbering, own, written)));
            }
            long after = before;
            while (!writers.stream().allMatch(Future::isDone)) {
                after = follow(numbering::after, after, followed);
            }
            for (Future<Boolean> writer : writers) {
                assertThat(writer.get()).isTrue();
            }
            follow(numbering::after, after, followed);
        }
        return List.copyOf(written);
    }

    private static Callable<Boolean> writer(Numbering numbering, Random random, ConcurrentLinkedQueue<Long> written) {
        return () -> {
            for (int i = 0; i < WRITES; i++) {
                written.add(numbering.write(() -> LockSupport.parkNanos(random.nextLong(DELAY_NANOS))));
            }
            return true;
        };
    }

    /** Part of a log. */
    private interface Part {
        List<Long> after(long number) throws Exception;
    }

    /** To the end of what can be read now; answers where to go on. */
    private static long follow(Part part, long from, List<Long> followed) {
        try {
            long after = from;
            for (List<Long> some = part.after(after); !some.isEmpty(); some = part.after(after)) {
                followed.addAll(some);
                after = some.getLast();
            }
            return after;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The log as it is. */
    private final class OfTheLog implements Numbering {
        private final Caller caller = caller();

        @Override
        public long write(Runnable beforeCommit) {
            Id<?> subject = ids.next();
            transactions.write(() -> {
                append(caller, subject, 1);
                beforeCommit.run();
                return subject;
            });
            return sql.one("SELECT seq FROM activity WHERE subject_id = ?", row -> row.integer("seq"), subject);
        }

        @Override
        public List<Long> after(long number) {
            return numbers(caller, number, PAGE);
        }

        @Override
        public long newest() {
            return FollowedLogTest.this.newest();
        }
    }

    /** What does not do. */
    private static final class OfASequence implements Numbering {
        OfASequence() throws SQLException {
            try (Connection connection = TestPostgres.open()) {
                run(connection, "DROP TABLE IF EXISTS plain_log");
                run(connection, "CREATE TABLE plain_log (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");
            }
        }

        @Override
        public long write(Runnable beforeCommit) throws SQLException {
            try (Connection connection = TestPostgres.open()) {
                connection.setAutoCommit(false);
                long number = number(connection, "INSERT INTO plain_log DEFAULT VALUES RETURNING seq");
                beforeCommit.run();
                connection.commit();
                return number;
            }
        }

        @Override
        public List<Long> after(long number) throws SQLException {
            try (Connection connection = TestPostgres.open();
                    PreparedStatement statement = connection.prepareStatement(
                            "SELECT seq FROM plain_log WHERE seq > " + number + " ORDER BY seq LIMIT " + PAGE);
                    ResultSet rows = statement.executeQuery()) {
                List<Long> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
                return found;
            }
        }

        @Override
        public long newest() {
            return 0;
        }
    }

    private List<Long> numbers(Caller caller, long after, int limit) {
        ActivityFilter filter = new ActivityFilter(null, caller.userId(), null, List.of());
        return transactions.read(() -> log.after(Access.read(caller), filter, after, limit)).stream()
                .map(Activity::seq)
                .toList();
    }

    private long newest() {
        return sql.one("SELECT coalesce(max(seq), 0) AS n FROM activity", row -> row.integer("n"));
    }

    private Caller caller() {
        User user = User.human(ids.next(), UserContent.named("Follower"), SystemRole.MEMBER, Instant.EPOCH);
        transactions.write(() -> context.getBean(UserRepository.class).insert(user));
        return Caller.of(user);
    }

    private void append(Caller caller, int count) {
        append(caller, ids.next(), count);
    }

    private void append(Caller caller, Id<?> subject, int count) {
        List<NewActivity> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(new NewActivity(ActivityType.PROJECT_VALIDATED, null, subject, null, null, Map.of()));
        }
        transactions.write(() -> {
            log.append(caller, Instant.EPOCH, entries);
            return caller;
        });
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet rows = prepared.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
