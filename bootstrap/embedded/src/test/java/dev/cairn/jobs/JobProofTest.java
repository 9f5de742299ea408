package dev.cairn.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.application.job.Jobs;
import dev.cairn.application.work.UnitOfWork;
import dev.cairn.domain.job.JobKind;
import dev.cairn.domain.kernel.Id;
import dev.cairn.domain.user.Caller;
import dev.cairn.testkit.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * L25: several servers do jobs on one database, are killed in the middle of them, and stopped right before they store a result until
 * somebody else has the job. Each job's result is stored once, but for a job whose holder was killed at each of its attempts: it failed. Without
 * the fence a result is stored twice, which shows that this test can fail. {@code -Dcairn.kills} says how often the long form kills.
 */
@Tag("postgres")
class JobProofTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int SECONDS_MAX = 300;
    private static final int KILLS = Integer.getInteger("cairn.kills", 30);
    /** Behind the end of a lease, and some time for another to do the job. */
    private static final long STOP_MILLIS = JobProofWorker.TIMES.lease().toMillis() + 1_200;

    private final DatabaseOptions.Postgres database = fresh();
    private final Random random = new Random(Long.getLong("cairn.seed", 20_261_129L));
    private final List<Worker> workers = new ArrayList<>();
    private int stops;

    @Test
    void eachJobEndsOnceWhoeverIsKilledOrStopped() throws Exception {
        endsOnce(12, 1, 1);
    }

    @Test
    @Tag("slow")
    void eachOfManyJobsEndsOnceWhoeverIsKilledOrStopped() throws Exception {
        endsOnce(8 * KILLS, KILLS, KILLS / 3);
    }

    @Test
    @Tag("slow")
    void withoutTheFenceAResultIsStoredTwice() throws Exception {
        add(12);
        troubled(false, 0, () -> results() > added);
        assertThat(results()).as("results of %d jobs", added).isGreaterThan(added);
    }

    private void endsOnce(int jobs, int kills, int stopped) throws Exception {
        add(jobs);
        troubled(true, kills, () -> stops >= stopped);
        long completed = count("SELECT count(*) FROM jobs WHERE status = 'COMPLETED'");
        assertThat(results()).isEqualTo(completed);
        assertThat(count("SELECT count(DISTINCT subject_id) FROM activity WHERE type = 'project.updated'"))
                .isEqualTo(completed);
        long gaveUp = count("SELECT count(*) FROM jobs WHERE status = 'FAILED' AND attempts = max_attempts");
        assertThat(completed + gaveUp).as("jobs that ended").isEqualTo(added);
        assertThat(gaveUp).as("jobs that lost each of their holders").isLessThan(added / 4);
        assertThat(stops).isGreaterThanOrEqualTo(stopped);
        assertThat(Cairn.administration(CairnOptions.of(database)).verify().contradictions())
                .isEmpty();
    }

    private interface Enough {
        boolean isThere() throws SQLException;
    }

    /** Lets two workers do the jobs, and makes trouble until there was enough of it and all is done. */
    private void troubled(boolean fenced, int kills, Enough enough) throws Exception {
        int killed = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        try {
            workers.add(new Worker(fenced));
            workers.add(new Worker(fenced));
            while (System.nanoTime() < end && (live() > 0 || killed < kills || !enough.isThere())) {
                if (live() == 0) {
                    add(2); // There is more trouble to come.
                }
                if (killed < kills && live() > 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50 + random.nextInt(200)));
                    workers.remove(random.nextInt(workers.size())).kill();
                    workers.add(new Worker(fenced));
                    killed++;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS)); // Who was stopped last has been waked.
        } finally {
            workers.forEach(Worker::kill);
        }
        assertThat(live()).isZero();
        System.err.printf("%d jobs, %d kills, %d stops, seed in cairn.seed%n", added, killed, stops);
    }

    /** A server in a process of its own, which is stopped for a while now and then when it is about to store something. */
    private final class Worker {
        private final Process process;
        private final PrintWriter goOn;

        Worker(boolean fenced) throws IOException {
            process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            "-cp",
                            System.getProperty("java.class.path"),
                            JobProofWorker.class.getName(),
                            database.url(),
                            database.user(),
                            database.password(),
                            String.valueOf(fenced),
                            "4",
                            String.valueOf(random.nextLong())))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            goOn = new PrintWriter(process.outputWriter(UTF_8), true);
            BufferedReader out = process.inputReader(UTF_8);
            assertThat(out.readLine()).isEqualTo(JobProofWorker.READY);
            var _ = Thread.ofVirtual().start(() -> out.lines().forEach(this::said));
        }

        private void said(String line) {
            if (!line.equals(JobProofWorker.ABOUT_TO_STORE)) {
                return;
            }
            boolean stopping = stopping(1);
            if (stopping) {
                signal("STOP");
            }
            goOn.println();
            if (stopping) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS));
                signal("CONT");
                stopping(-1);
            }
        }

        private void signal(String name) {
            try {
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void kill() {
            signal("CONT");
            process.destroyForcibly();
        }
    }

    private boolean stopped;

    /** One at a time, so that somebody else is there to take the job. */
    private synchronized boolean stopping(int step) {
        if (step < 0) {
            stopped = false;
            stops++;
            return false;
        }
        boolean free = !stopped;
        stopped = true;
        return free;
    }

    private int added;

    private void add(int jobs) {
        added += jobs;
        try (Cairn cairn = Cairn.open(CairnOptions.of(database).withJobs(false))) {
            cairn.get(UnitOfWork.class).write(Caller.system(), act -> {
                for (int i = 0; i < jobs; i++) {
                    Id<?> subject = act.newId();
                    cairn.get(Jobs.class).add(act, JobKind.REPLY, subject, null);
                }
                return jobs;
            });
        }
    }

    private long live() throws SQLException {
        return count("SELECT count(*) FROM jobs WHERE status IN ('READY', 'RUNNING')");
    }

    private long results() throws SQLException {
        return count("SELECT count(*) FROM activity WHERE type = 'project.updated'");
    }

    private long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static DatabaseOptions.Postgres fresh() {
        String name = "jobs" + NUMBERS.incrementAndGet();
        try (Connection connection = TestPostgres.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DatabaseOptions.Postgres known = TestPostgres.options();
        return new DatabaseOptions.Postgres(
                known.url().replaceFirst("/postgres(?=\\?|$)", "/" + name), known.user(), known.password());
    }
}
