package dev.cairn.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.cairn.application.database.DatabaseAdministration.Contradiction;
import dev.cairn.cli.ServerLauncher;
import dev.cairn.server.LocalServers;
import dev.cairn.server.fuzz.Session.Fault;
import dev.cairn.testkit.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P16: whatever is sent, over HTTP and MCP, is taken or refused as the descriptions say, in time, and tells nothing of the
 * inside. Operations, tools and their fields are found in the descriptions. A fault is cut down and printed, to be pasted;
 * {@code -Dcairn.seed=…} plays its session again.
 */
final class FuzzTest {
    private static final int SHORT = 600;
    private static final int LONG = 100_000;
    private static final int LONG_ON_POSTGRES = 20_000;
    private static final int PER_SESSION = 500;
    /** At most one in so many operations is so rare that it never succeeds. */
    private static final int NEVER_TAKEN_SHARE = 20;
    /** After so many sessions with a fault there is enough to mend. */
    private static final int FOUND_MAX = 10;
    /** So many sessions share a server. */
    private static final int SESSIONS_PER_SERVER = 40;

    /** Who says how many requests there shall be runs this test and no other. */
    private static final boolean ALONE = System.getProperty("cairn.requests") != null;

    @TempDir
    private Path folder;

    private final Described described = new Described();

    @Test
    void noRequestFailsOrHangsOrTellsOfTheInside() {
        play(SHORT, Map.of("CAIRN_DURABILITY", "fast", "CAIRN_ACCOUNTS", "on"));
    }

    @Test
    @Tag("slow")
    void noneOfManyRequestsFailsOrHangsOrTellsOfTheInside() {
        Coverage coverage = play(LONG, Map.of("CAIRN_DURABILITY", "fast", "CAIRN_ACCOUNTS", "on"));
        assumeThat(Integer.getInteger("cairn.requests", LONG)).isGreaterThanOrEqualTo(LONG);
        assertThat(coverage.neverTaken(described))
                .as("what no request has succeeded in: nothing is tried behind it")
                .hasSizeLessThanOrEqualTo(described.operations().size() / NEVER_TAKEN_SHARE);
    }

    @Test
    @Tag("slow")
    void noneOfManyRequestsFailsWithoutAccounts() {
        play(LONG / 5, Map.of("CAIRN_DURABILITY", "fast"));
    }

    @Test
    @Tag("slow")
    void noneOfManyRequestsFailsOnPostgres() throws IOException {
        try (EmbeddedPostgres postgres = TestPostgres.builder().start()) {
            String url = "postgres://postgres:postgres@localhost:%d/postgres".formatted(postgres.getPort());
            play(LONG_ON_POSTGRES, Map.of("CAIRN_DATABASE_URL", url, "CAIRN_ACCOUNTS", "on"));
        }
    }

    private Coverage play(int usual, Map<String, String> environment) {
        int requests = Integer.getInteger("cairn.requests", usual);
        long seed = Long.getLong("cairn.seed", System.nanoTime());
        System.err.println("seed " + seed + ": again with -Dcairn.seed=" + seed);
        Coverage coverage = new Coverage();
        List<String> found = new ArrayList<>();
        for (int server = 0, session = 0; coverage.requests() < requests && found.size() < FOUND_MAX; server++) {
            Path directory = folder.resolve("server-" + server);
            LocalServers servers = new LocalServers(environment);
            long first = seed + session;
            try (ServerLauncher.Running running = servers.start(directory, 0, false)) {
                boolean spoiled = false;
                for (int i = 0; i < SESSIONS_PER_SERVER && !spoiled && coverage.requests() < requests; i++) {
                    int shots = Math.min(PER_SESSION, requests - coverage.requests());
                    spoiled = session(seed + session++, shots, running.address(), coverage, found);
                }
            }
            assertThat(servers.database(directory).verify().contradictions())
                    .extracting(Contradiction::words)
                    .as("what the tables contradict, from seed %d", first)
                    .isEmpty();
        }
        System.err.println(coverage);
        System.err.println("refused by code: " + coverage.codes());
        System.err.println("never taken: " + coverage.neverTaken(described));
        assertThat(found)
                .as("what sessions found; each can be played again alone")
                .isEmpty();
        return coverage;
    }

    /** Answers whether nothing is left to be done at that server. */
    private boolean session(
            long seed, int shots, ServerLauncher.Address address, Coverage coverage, List<String> found) {
        int port = address.url().getPort();
        Judge judge = new Judge(described, List.of(address.token(), folder.toString(), Values.PASSWORD));
        try (Line line = new Line(port);
                AgentPipe pipe = new AgentPipe(address.url(), address.token());
                Errors errors = Errors.heard(ALONE)) {
            Session session = new Session(seed, described, judge, errors, line, pipe, port, address.token());
            Collection<Fault> faults = session.play(shots, coverage);
            if (!faults.isEmpty()) {
                found.add("%s%n%nagain with -Dcairn.seed=%d -Dcairn.requests=%d"
                        .formatted(
                                faults.stream()
                                        .map(fault -> "%s%n%s".formatted(fault.what(), fault.shot()))
                                        .collect(Collectors.joining("\n\n")),
                                seed,
                                PER_SESSION));
            }
            return session.isSpoiled() || !faults.isEmpty();
        }
    }
}
