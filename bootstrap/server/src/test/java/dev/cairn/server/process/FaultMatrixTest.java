package dev.cairn.server.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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

    @TempDir
    Path folder;

    private final Map<Fault, Result> results = new EnumMap<>(Fault.class);
    private final List<String> wrong = new ArrayList<>();
    private final Acknowledged acknowledged = new Acknowledged();

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
            String queue = FaultClient.queue(scene.fleet().any(random), CLIENTS);
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
            Acknowledged.assertSound(scene.database());
        }
    }

    private static List<Fault> faults() {
        String wanted = System.getProperty("cairn.faults", "");
        return wanted.isEmpty()
                ? List.of(Fault.values())
                : Arrays.stream(wanted.split(",")).map(Fault::valueOf).toList();
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
        Acknowledged.Compared compared = acknowledged.compared(ledger, scene.database());
        return new Result(
                1,
                ledger.acknowledged().get(),
                compared.lost(),
                compared.doubled(),
                ledger.refused().get(),
                scene.slowestMillis());
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
