package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.application.database.DatabaseOptions;
import dev.cairn.testkit.LesserPostgres;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P4: agents and people at random on servers that are killed (kill -9) and stopped (SIGSTOP) at random: afterwards the tables keep
 * the rules, nothing was completed twice, no token was accepted after a newer one, nobody saw more leases than the limit, and
 * nothing is left claimed once the sweeper has run. {@code -Dcairn.seconds} says how long the long forms go on.
 */
class ChaosTest {
    private static final int AGENTS = 5;
    private static final int PEOPLE = 2;
    private static final int MAX_PARALLEL = 3;
    private static final int CLAIMS_MIN = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LONGER_THAN_A_LEASE = 6_000;
    private static final int LONG_SECONDS = 30;
    private static final String COMPLETED_AND_CLAIMED_AGAIN = """
            SELECT count(*) FROM queue_claims c JOIN queue_claims later
                ON later.item_id = c.item_id AND later.fencing_token > c.fencing_token
             WHERE c.outcome = 'COMPLETED'""";
    private static final String CLAIMED = "SELECT count(*) FROM queue_items WHERE status = 'CLAIMED'";

    @TempDir
    Path folder;

    @Test
    void oneServerOnAFileIsKilledAndStopped() throws Exception {
        onAFile(Duration.ofSeconds(3));
    }

    /** G5 */
    @Test
    void twoServersOnOnePostgresAreKilledAndStopped() throws Exception {
        onPostgres(Duration.ofSeconds(3));
    }

    @Test
    @Tag("slow")
    void oneServerOnAFileForLong() throws Exception {
        onAFile(Duration.ofSeconds(Integer.getInteger("cairn.seconds", 60)));
    }

    @Test
    @Tag("slow")
    void twoServersOnOnePostgresForLong() throws Exception {
        onPostgres(Duration.ofSeconds(Integer.getInteger("cairn.seconds", 60)));
    }

    private void onAFile(Duration length) throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        disturb(List.of(data), Map.of(), new DatabaseOptions.Sqlite(data.resolve("cairn.db")), length);
    }

    private void onPostgres(Duration length) throws Exception {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            DatabaseOptions.Postgres database = LesserPostgres.isWanted()
                    ? LesserPostgres.before(postgres).create("chaos")
                    : new DatabaseOptions.Postgres(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
            disturb(
                    List.of(Files.createDirectory(folder.resolve("one")), Files.createDirectory(folder.resolve("two"))),
                    Map.of(
                            "CAIRN_DATABASE_URL", database.url(),
                            "CAIRN_DATABASE_USER", database.user(),
                            "CAIRN_DATABASE_PASSWORD", database.password()),
                    database,
                    length);
        }
    }

    private void disturb(List<Path> folders, Map<String, String> environment, DatabaseOptions database, Duration length)
            throws Exception {
        Random random = new Random(Seed.next());
        ChaosClient.Shared shared = ChaosClient.shared();
        int troubles = 0;
        try (Fleet fleet = new Fleet(folders, environment);
                ExecutorService threads = Executors.newFixedThreadPool(AGENTS + PEOPLE + 1)) {
            List<String> queues = queues(fleet.any(random));
            long end = System.nanoTime() + length.toNanos();
            AtomicBoolean broken = new AtomicBoolean();
            BooleanSupplier over = () ->
                    broken.get() || (System.nanoTime() > end && (shared.claims().get() >= CLAIMS_MIN || late(end)));
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < AGENTS + PEOPLE; i++) {
                ChaosClient client = new ChaosClient(fleet, new Random(random.nextLong()), queues, shared);
                boolean agent = i < AGENTS;
                running.add(threads.submit(
                        (Callable<Boolean>) () -> agent ? client.workUntil(over) : client.disturbUntil(over)));
            }
            Random watching = new Random(random.nextLong());
            running.add(threads.submit((Callable<Boolean>) () -> watch(fleet, watching, queues, shared, over)));
            try {
                while (!over.getAsBoolean()) {
                    awaitAnswers(shared, 20 + random.nextInt(200), over);
                    Fleet.Trouble trouble = random.nextInt(3) == 0 ? Fleet.Trouble.KILL : Fleet.Trouble.STOP;
                    long longer =
                            length.toSeconds() > LONG_SECONDS && random.nextInt(4) == 0 ? LONGER_THAN_A_LEASE : 300;
                    fleet.trouble(trouble, random.nextInt(folders.size()), longer);
                    troubles++;
                }
            } catch (IOException | RuntimeException e) {
                broken.set(true); // A server that does not start again ends the run now, not in an hour.
                throw e;
            }
            for (Future<Boolean> one : running) {
                assertThat(one.get()).isTrue();
            }
            fleet.end();
        }
        System.err.printf(
                "%d troubles, %d answers, %d claims%n",
                troubles, shared.answers().get(), shared.claims().get());
        assertThat(shared.wrong()).isEmpty();
        assertThat(shared.claims()).as("something was claimed").hasPositiveValue();
        assertHistory(database);
    }

    private static List<String> queues(Api api) throws Exception {
        api.made("/projects", "{\"key\":\"CH\",\"name\":\"Chaos\"}");
        List<String> queues = new ArrayList<>();
        for (String name : List.of("a", "b")) {
            queues.add(api.made(
                            "/projects/CH/queues",
                            "{\"name\":\"%s\",\"maxParallel\":%d,\"leaseSeconds\":5}".formatted(name, MAX_PARALLEL))
                    .path("id")
                    .asText());
        }
        return queues;
    }

    /** On a machine that has no time for us it goes on until something was claimed. */
    private static boolean late(long end) {
        return System.nanoTime() > end + PATIENCE.toNanos();
    }

    private static void awaitAnswers(ChaosClient.Shared shared, int more, BooleanSupplier over) {
        int enough = shared.answers().get() + more;
        while (shared.answers().get() < enough && !over.getAsBoolean()) {
            Fleet.pause(5);
        }
    }

    /** Asks again and again how much is held. */
    private static boolean watch(
            Fleet fleet, Random random, List<String> queues, ChaosClient.Shared shared, BooleanSupplier over)
            throws InterruptedException {
        while (!over.getAsBoolean()) {
            try {
                String queue = queues.get(random.nextInt(queues.size()));
                int held = fleet.any(random)
                        .get("/queues/%s/stats".formatted(queue))
                        .body()
                        .path("counts")
                        .path("claimed")
                        .asInt();
                if (held > MAX_PARALLEL) {
                    shared.wrong().add("%d leases live at a time".formatted(held));
                }
            } catch (IOException killed) {
                Fleet.pause(10);
            }
            Fleet.pause(20);
        }
        return true;
    }

    /** After one sweep, an hour later. */
    private static void assertHistory(DatabaseOptions database) throws SQLException {
        CairnOptions options = CairnOptions.of(database)
                .withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1)))
                .withSweepEvery(Duration.ZERO);
        try (Cairn cairn = Cairn.open(options)) {
            cairn.sweeper().sweep(cairn.owner());
        }
        assertThat(Cairn.administration(options).verify().contradictions()).isEmpty();
        assertThat(count(database, CLAIMED)).as("left claimed after a sweep").isZero();
        assertThat(count(database, COMPLETED_AND_CLAIMED_AGAIN)).isZero();
    }

    private static long count(DatabaseOptions database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Connection connect(DatabaseOptions database) throws SQLException {
        return switch (database) {
            case DatabaseOptions.Sqlite sqlite -> DriverManager.getConnection("jdbc:sqlite:" + sqlite.file());
            case DatabaseOptions.Postgres postgres ->
                DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        };
    }
}
