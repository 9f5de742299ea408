package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cairn.Cairn;
import dev.cairn.CairnOptions;
import dev.cairn.domain.kernel.Id;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * G5: two servers on one PostgreSQL under load while one of them, the wires or the database break: nothing that was acknowledged is
 * lost, none of it is there twice, no claim is held twice, and nobody is told anything but 503 meanwhile. {@code -Dcairn.rounds} says
 * how often each fault is made, {@code -Dcairn.faults=CUT,RESTARTED} which.
 */
class FaultMatrixTest {
    private static final int CLIENTS = 6;
    private static final int BACK_MILLIS_MAX = 10_000;

    private static final String HELD_TWICE = """
            SELECT c.item_id FROM queue_claims c JOIN queue_claims later
                ON later.item_id = c.item_id AND later.fencing_token > c.fencing_token
             WHERE c.ended_at IS NULL OR c.ended_at > later.claimed_at OR c.outcome = 'COMPLETED'""";

    @TempDir
    Path folder;

    private final Map<Fault, Result> results = new EnumMap<>(Fault.class);
    private final List<String> wrong = new ArrayList<>();
    /** All that anybody was told of: each was asked for until it was acknowledged, so there is no other. */
    private final Set<String> claims = new HashSet<>();

    /** Of all rounds of one fault. */
    private record Result(int rounds, int acknowledged, int lost, int doubled, int refused, long slowestMillis) {
        Result and(Result other) {
            return new Result(
                    rounds + other.rounds,
                    acknowledged + other.acknowledged,
                    lost + other.lost,
                    doubled + other.doubled,
                    refused + other.refused,
                    Math.max(slowestMillis, other.slowestMillis));
        }
    }

    @Test
    @Tag("slow")
    void nothingAcknowledgedIsLostOrDoubledWhateverBreaks() throws Exception {
        Optional<Path> programs = PostgresCluster.programs();
        assumeTrue(programs.isPresent(), "Skipped: it needs pg_basebackup, of Debian's package postgresql");
        Random random = new Random(Seed.next());
        try (FaultScene scene = new FaultScene(programs.orElseThrow(), folder)) {
            String queue = queue(scene.fleet().any(random));
            for (Fault fault : faults()) {
                for (int round = 0; round < Integer.getInteger("cairn.rounds", 1); round++) {
                    results.merge(fault, broken(scene, fault, random, queue, round), Result::and);
                }
            }
            scene.fleet().end();
            print();
            assertThat(wrong).isEmpty();
            assertThat(results.values()).allSatisfy(result -> {
                assertThat(result.acknowledged()).isPositive();
                assertThat(result.lost()).as("lost").isZero();
                assertThat(result.doubled()).as("doubled").isZero();
                assertThat(result.slowestMillis()).as("back after").isLessThan(BACK_MILLIS_MAX);
            });
            assertThat(scene.column(HELD_TWICE)).isEmpty();
            assertThat(Cairn.administration(CairnOptions.of(scene.database()))
                            .verify()
                            .contradictions())
                    .isEmpty();
        }
    }

    private static List<Fault> faults() {
        String wanted = System.getProperty("cairn.faults", "");
        return wanted.isEmpty()
                ? List.of(Fault.values())
                : Arrays.stream(wanted.split(",")).map(Fault::valueOf).toList();
    }

    private static String queue(Api api) throws Exception {
        api.made("/projects", "{\"key\":\"FT\",\"name\":\"Faults\"}");
        return api.made(
                        "/projects/FT/queues",
                        "{\"name\":\"q\",\"maxParallel\":%d,\"leaseSeconds\":%d}"
                                .formatted(CLIENTS, FaultClient.LEASE_SECONDS))
                .path("id")
                .asText();
    }

    private Result broken(FaultScene scene, Fault fault, Random random, String queue, int round) throws Exception {
        FaultClient.Ledger ledger = scene.newLedger();
        AtomicBoolean over = new AtomicBoolean();
        List<Future<Boolean>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                FaultClient client = new FaultClient(
                        scene.fleet(),
                        new Random(random.nextLong()),
                        "%s-%d-%d".formatted(fault, round, i),
                        queue,
                        ledger);
                running.add(threads.submit((Callable<Boolean>) () -> client.writeUntil(over::get)));
            }
            try {
                Fleet.pause(Fault.LOAD_MILLIS);
                fault.make(scene, random.nextInt(FaultScene.SERVERS));
                Fleet.pause(Fault.LOAD_MILLIS);
            } finally {
                over.set(true);
            }
            for (Future<Boolean> one : running) {
                assertThat(one.get()).isTrue();
            }
        }
        ledger.wrong().forEach(what -> wrong.add("%s: %s".formatted(fault.text(), what)));
        return compared(scene, ledger);
    }

    /** Compares what was acknowledged with what is stored. */
    private Result compared(FaultScene scene, FaultClient.Ledger ledger) throws SQLException {
        Counts counts = new Counts();
        counts.of(ledger.tickets().keySet(), scene.column("SELECT title FROM tickets"));
        counts.of(ledger.comments(), scene.column("SELECT content FROM comments"));
        counts.of(ledger.texts().values(), scene.column("SELECT overview FROM tickets"));
        counts.of(
                ledger.tickets().keySet().stream()
                        .filter(title -> !title.startsWith("served-"))
                        .toList(),
                scene.column("SELECT t.title FROM queue_items i JOIN tickets t ON t.id = i.ticket_id"));
        counts.of(numbers(ledger.claims().keySet()), scene.column("SELECT id FROM queue_claims"));
        counts.of(
                numbers(ledger.completed().stream().map(ledger.claims()::get).toList()),
                scene.column("SELECT item_id FROM queue_claims WHERE outcome = 'COMPLETED'"));
        claims.addAll(numbers(ledger.claims().keySet()));
        counts.doubled += (int) scene.column("SELECT id FROM queue_claims").stream()
                .filter(id -> !claims.contains(id))
                .count();
        return new Result(
                1,
                ledger.acknowledged().get(),
                counts.lost,
                counts.doubled,
                ledger.refused().get(),
                scene.slowestMillis());
    }

    private static List<String> numbers(Collection<String> ids) {
        return ids.stream().map(id -> String.valueOf(Id.parse(id).value())).toList();
    }

    /** How often what should be there once is not, and how often it is more than once. */
    private static final class Counts {
        private int lost;
        private int doubled;

        void of(Collection<String> acknowledged, List<String> stored) {
            Map<String, Integer> found = new HashMap<>();
            stored.forEach(value -> found.merge(value, 1, Integer::sum));
            for (String value : acknowledged) {
                int times = found.getOrDefault(value, 0);
                lost += times == 0 ? 1 : 0;
                doubled += times > 1 ? 1 : 0;
            }
        }
    }

    private void print() {
        System.err.println("| fault | rounds | acknowledged | lost | doubled | answered 503 | served again after |");
        System.err.println("|---|---|---|---|---|---|---|");
        results.forEach((fault, result) -> System.err.printf(
                "| %s | %d | %,d | %d | %d | %,d | %.1f s |%n",
                fault.text(),
                result.rounds(),
                result.acknowledged(),
                result.lost(),
                result.doubled(),
                result.refused(),
                result.slowestMillis() / 1_000.0));
        wrong.forEach(System.err::println);
    }
}
